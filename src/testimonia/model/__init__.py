"""The nouns: frozen records, and nothing that needs another folder.

`document` Document, Marked, Origin · `evidence` Evidence · `party` Party · `referent` Referent, Mention · `claim` Claim, Attribution,
Voice, Value, Proposal · `event` EventReport, Event, Figure · `valid_time` ValidTime · `entity` Entity, Name · `judgement` Judgement ·
`finding` Corroboration, Dispute, Position · `reading` Reading · `problem` Problem · `identifiers` content hashes · `kinds` the closed
sets.
"""
