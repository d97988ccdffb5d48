"""What the places of a document, as located so far, say for the candidates of each name: countries, divisions, nearness.

Counted once for all names; each name's own place is taken out again when it is asked for, since a name does not speak for itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.place_scores import context_score, first_division

Points = npt.NDArray[np.float64]
"""Points on the sphere of radius 1, one a row."""
_EARTH_KM = 6371.0
_POINTED = ("settlement", "district", "region")
"""Levels exact enough for nearness to mean something."""


def points_of(places: Sequence[GazetteerPlace]) -> Points:
    """Return where places lie on the sphere.

    Args:
        places: Places.

    Returns:
        One row a place.
    """
    degrees = np.array([(place.latitude, place.longitude) for place in places], np.float64).reshape(-1, 2)
    phi, theta = np.radians(degrees).T
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=1)


class Company:
    """The places that a document's names were given, by name."""

    def __init__(self, chosen: Mapping[str, GazetteerPlace]) -> None:
        """Count them.

        Args:
            chosen: From referent id to the place it has for now.
        """
        self._chosen = chosen
        self._countries = Counter(code for place in chosen.values() for code in _countries_of(place))
        self._divisions = Counter(first_division(place) for place in chosen.values() if place.level != "country")
        self._siblings = Counter(place.country for place in chosen.values() if place.level == "region")
        self._times = Counter(place.id for place in chosen.values())
        self._others = list({place.id: place for place in chosen.values() if place.level in _POINTED}.values())
        self._column = {place.id: at for at, place in enumerate(self._others)}
        self._points = points_of(self._others)

    def __len__(self) -> int:
        """The number of names located so far."""
        return len(self._chosen)

    def place_of(self, key: str) -> GazetteerPlace | None:
        """Return the place that a name has for now.

        Args:
            key: A referent's id.

        Returns:
            The place, None if it has none.
        """
        return self._chosen.get(key)

    def supports(self, key: str, places: Sequence[GazetteerPlace], points: Points) -> list[float]:
        """Say how much the others speak for each candidate of a name.

        Args:
            key: The referent's id; the place it has for now is left out.
            places: Its candidates.
            points: Where they lie.

        Returns:
            A score for each candidate.
        """
        own = self._chosen.get(key)
        countries, divisions, siblings = self._countries.copy(), self._divisions.copy(), self._siblings.copy()
        if own is not None:
            countries.subtract(_countries_of(own))
            divisions[first_division(own)] -= own.level != "country"
            siblings[own.country] -= own.level == "region"
        total, placed = max(1, sum(countries.values())), max(1, sum(divisions.values()))
        shares = {code: count / total for code, count in countries.items() if code and count > 0}
        parts = {division: count / placed for division, count in divisions.items() if division and count > 0}
        kin = {code: count / placed for code, count in siblings.items() if count > 0}
        away = self._nearest(own, points)
        return [
            context_score(place, countries=shares, divisions=parts, siblings=kin, nearest_km=km)
            for place, km in zip(places, away, strict=True)
        ]

    def _nearest(self, own: GazetteerPlace | None, points: Points) -> list[float | None]:
        """Kilometres from each point to the nearest of the others."""
        near = points @ self._points.T
        if own is not None and own.id in self._column and self._times[own.id] == 1:
            near[:, self._column[own.id]] = -2.0
        best = near.max(axis=1, initial=-2.0)
        return [None if cosine < -1.5 else _EARTH_KM * float(np.arccos(min(1.0, cosine))) for cosine in best]


def _countries_of(place: GazetteerPlace) -> tuple[str, ...]:
    return (place.country,) if place.country else place.countries
