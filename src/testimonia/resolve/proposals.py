"""The rules' judgements of one build: one for each pair, checked against what keeps apart before it is written down."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from testimonia.model.judgement import RULE, Feature, Judgement
from testimonia.model.kinds import Verdict
from testimonia.resolve.clusters import STATED, Clustering, Pair, cluster_referents, pair_of
from testimonia.resolve.ground import Ground
from testimonia.resolve.scoring import PARTS, score_of, weighed

_WEIGHT: dict[Verdict, int] = {"SAME": 2, "DIFFERENT": 1, "UNSURE": 0, "WITHDRAWN": -1}


@dataclass(slots=True)
class Proposals:
    """Judgements that rules propose on the pairs they looked at; pairs that people decided are left to them."""

    ground: Ground
    judgements: dict[Pair, Judgement] = field(default_factory=dict)

    def add(
        self,
        left: str,
        right: str,
        verdict: Verdict,
        score: float,
        reasons: tuple[str, ...],
        *,
        rule: str,
        evidence: tuple[str, ...] = (),
    ) -> Verdict | None:
        """Write down what a rule of one reason says of a pair, unless stronger evidence speaks.

        Args:
            left: One referent.
            right: The other.
            verdict: What the rule says.
            score: From 0 to 1 for one body, and from 0 to 1 for two where the verdict is DIFFERENT; among SAME the higher one is joined
                first.
            reasons: Why, in words for people; the first one carries the score.
            rule: The rule's name.
            evidence: Claims that it rests on.

        Returns:
            What stands for the pair now; None if it is one referent.
        """
        name = rule.removeprefix(RULE)
        weight = -score if verdict == "DIFFERENT" else score
        features = tuple(Feature(name, weight if at == 0 else 0.0, words) for at, words in enumerate(reasons))
        return self._put(
            left, right, (verdict, 0.0 if verdict == "DIFFERENT" else score_of(features)), features, rule=name, evidence=evidence
        )

    def weigh(self, left: str, right: str, features: tuple[Feature, ...], *, rule: str) -> Verdict | None:
        """Decide on a pair by all that speaks for and against, and write it down, unless stronger evidence speaks.

        Args:
            left: One referent.
            right: The other.
            features: What was seen.
            rule: The rule's name.

        Returns:
            What stands for the pair now; None if it is one referent.
        """
        return self._put(left, right, weighed(features), features, rule=rule, evidence=())

    def _put(
        self, left: str, right: str, decision: tuple[Verdict, float], features: tuple[Feature, ...], *, rule: str, evidence: tuple[str, ...]
    ) -> Verdict | None:
        pair = pair_of(left, right)
        if left == right:
            return None
        if pair in self.ground.decided:
            return self.ground.decided[pair].verdict
        verdict, score = decision
        judgement = Judgement(*pair, verdict, score, features, f"{RULE}{rule}", evidence)
        if verdict == "SAME":
            judgement = self._checked(judgement)
        standing = self.judgements.get(pair)
        if standing is not None and (_WEIGHT[judgement.verdict], judgement.score) <= (_WEIGHT[standing.verdict], standing.score):
            return standing.verdict
        self.judgements[pair] = judgement
        return judgement.verdict

    def withdraw(self, left: str, right: str, *, rule: str) -> None:
        """Take back what one rule said of a pair.

        Args:
            left: One referent.
            right: The other.
            rule: The rule's name; another rule's judgement stays.
        """
        pair = pair_of(left, right)
        if self.says(pair, rule=rule):
            del self.judgements[pair]

    def says(self, pair: Pair, *, rule: str) -> bool:
        """Say whether a rule's judgement stands for a pair.

        Args:
            pair: Two referents, sorted.
            rule: The rule's name.

        Returns:
            True if it does.
        """
        standing = self.judgements.get(pair)
        return standing is not None and standing.by == f"{RULE}{rule}"

    def cluster(self, *, without: Collection[Pair] = ()) -> Clustering:
        """Compute the clusters that people's and rules' judgements give together.

        Args:
            without: Pairs whose rules' judgements are left out.

        Returns:
            Clusters over all referents, and the refused pairs.
        """
        ground = self.ground
        judgements = [*ground.decided.values(), *(judgement for pair, judgement in self.judgements.items() if pair not in without)]
        return cluster_referents(tuple(ground.referents), judgements, apart=ground.apart.related, sets=ground.apart.sets)

    def settled(self, clustering: Clustering) -> tuple[Judgement, ...]:
        """Return the judgements to keep, in agreement with the clusters.

        Args:
            clustering: The clusters of these proposals.

        Returns:
            SAME within clusters only, DIFFERENT across them only, UNSURE for what stays open; pairs that other evidence settled are left
            out.
        """
        roots = clustering.root_of()
        kept: list[Judgement] = []
        for judgement in self.judgements.values():
            together = roots[judgement.left] == roots[judgement.right]
            if judgement.verdict == "SAME" and not together:
                kept.append(_held_back(judgement))
            elif judgement.verdict == "SAME" or not together:
                kept.append(judgement)
        return tuple(kept)

    def _checked(self, judgement: Judgement) -> Judgement:
        """Turn a SAME that a claim speaks against into what can stand: UNSURE against a stated name, DIFFERENT otherwise."""
        stated = judgement.by == STATED
        against = self.ground.apart.why(judgement.left, judgement.right, lists=not stated)
        if against is None:
            return judgement
        reason, claims = against
        features = (Feature("kept apart", PARTS, reason), *judgement.features)
        verdict: Verdict = "UNSURE" if stated else "DIFFERENT"
        score = judgement.score / 2 if stated else 0.0
        return replace(judgement, verdict=verdict, score=score, features=features, evidence=(*claims, *judgement.evidence))


def _held_back(judgement: Judgement) -> Judgement:
    why = Feature("held back", 0.0, "held back: joining them would join two that are kept apart")
    return replace(judgement, verdict="UNSURE", features=(*judgement.features, why))
