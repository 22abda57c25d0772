"""The Equal Earth projection: areas are true, and the poles do not stretch.

Bojan Šavrič, Tom Patterson and Bernhard Jenny, "The Equal Earth map projection", International
Journal of Geographical Information Science 33 (3), 2018, doi:10.1080/13658816.2018.1504949.
"""

from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
ROOT_OF_THREE = sqrt(3)

Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """Degrees from the central meridian and the equator to a plane, in radii of the globe.

    `x` grows eastwards, `y` northwards. A longitude past 180° is a place beyond the map's edge.
    """
    theta = asin(ROOT_OF_THREE / 2 * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    return 2 * ROOT_OF_THREE / 3 * radians(longitude) * cos(theta) / slope, y
