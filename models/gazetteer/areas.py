"""The middle of a division's area, from towns and a map of land and sea alone.

Every square of land counts for the town nearest to it, and so for the divisions that the town lies in. No borders are needed: maps of
borders take sides where they are disputed, and the middle of the towns alone would lie where the people are.
"""

import importlib.metadata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

STEP = 12
"""Of the map's squares of half a minute one in so many each way is looked at: one for every 0.1 degrees."""
FARTHEST = 600 / 6371
"""Land farther from any town (600 km, on a sphere of radius 1) belongs to none."""
FEWEST = 3
"""A division of fewer squares lies where its towns do."""
NEIGHBOURS = 6
"""A town of which none of so many nearest towns lies in the same division is an error of the data, or stands in for far too much land."""
MANY = 8
"""Divisions of fewer towns keep all of theirs."""
SOUTH = -60.0
"""Land south of this (degrees) belongs to no division."""


class Middles:
    """Middles of sets of towns, with the land around them."""

    def __init__(self, towns: Sequence[tuple[float, float]]) -> None:
        """Give every square of land to its nearest town.

        Args:
            towns: Latitude and longitude of each, in degrees.
        """
        self._towns = on_sphere(np.array([town[0] for town in towns]), np.array([town[1] for town in towns]))
        latitudes, longitudes = land()
        squares = on_sphere(latitudes, longitudes)
        tree = cKDTree(self._towns)
        self._neighbours = tree.query(self._towns, k=NEIGHBOURS + 1)[1][:, 1:]
        away, nearest = tree.query(squares, distance_upper_bound=FARTHEST)
        near = np.isfinite(away)
        weight = np.cos(np.radians(latitudes[near]))
        self._count = np.bincount(nearest[near], minlength=len(towns))
        self._sums = np.stack([np.bincount(nearest[near], weight * squares[near, axis], len(towns)) for axis in range(3)], axis=1)

    def of(self, towns: Sequence[int]) -> tuple[float, float]:
        """Return the middle of the land that is nearest to some towns.

        Args:
            towns: Their numbers.

        Returns:
            Latitude and longitude in degrees.
        """
        members = np.array(towns)
        if len(members) >= MANY:
            beside = np.isin(self._neighbours[members], members).any(axis=1)
            members = members[beside] if beside.any() else members
        points = self._sums if self._count[members].sum() >= FEWEST else self._towns
        x, y, z = points[members].sum(axis=0)
        return float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))


def land() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Latitudes and longitudes of the squares of land; the package is read as a file, since importing it keeps a gigabyte."""
    folder = Path(str(importlib.metadata.distribution("global-land-mask").locate_file("global_land_mask")))
    with np.load(folder / "globe_combined_mask_compressed.npz") as packed:
        sea, latitudes, longitudes = packed["mask"][STEP // 2 :: STEP, STEP // 2 :: STEP], packed["lat"], packed["lon"]
    rows, columns = np.nonzero(~sea)
    found = latitudes[STEP // 2 :: STEP][rows], longitudes[STEP // 2 :: STEP][columns]
    north = found[0] > SOUTH
    return found[0][north], found[1][north]


def on_sphere(latitudes: npt.NDArray[np.float64], longitudes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Points on the sphere of radius 1."""
    phi, theta = np.radians(latitudes), np.radians(longitudes)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=1)
