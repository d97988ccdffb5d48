"""The reader by default: English text to sentences with parts of speech, features, lemmas, UD v2 trees and names.

Takes a paragraph of a document, gives `records.Sentence`; never decides what a name refers to or what is claimed. The doors:

* `testimonia.read.parser.session.load_parser` loads the model once a process; its `parse_text` and `parse_words` parse a paragraph;
* `testimonia.read.parser.tokens.tokenise` cuts text into words with exact offsets.

The model is data in this package (data/MODEL_CARD.md, data/LICENSE), made by models/reader/ in the repository.
"""
