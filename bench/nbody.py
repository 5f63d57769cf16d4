# small: 8000
# py3: ok
"""Orbits of the outer planets, integrated with a symplectic scheme."""
import sys

PI = 3.141592653589793
SOLAR_MASS = 4 * PI * PI
DAYS = 365.24

# position, velocity (per day), mass (of the sun's)
BODIES = {
    'sun': ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 1.0),
    'jupiter': ([4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
                [0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023],
                0.000954791938424326609),
    'saturn': ([8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
               [-0.00276742510726411000, 0.00499852801234917238, 0.0000230417297573763929],
               0.000285885980666130812),
    'uranus': ([12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
               [0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556],
               0.0000436624404335156298),
    'neptune': ([15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
                [0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870],
                0.0000515138902046611451),
}


def make_system():
    system = []
    for name in ['sun', 'jupiter', 'saturn', 'uranus', 'neptune']:
        position, velocity, mass = BODIES[name]
        system.append((list(position), [v * DAYS for v in velocity], mass * SOLAR_MASS))
    return system


def pairs_of(system):
    pairs = []
    for i in range(len(system)):
        for other in system[i + 1:]:
            pairs.append((system[i], other))
    return pairs


def settle(system):
    """Gives the sun the velocity that leaves the whole without momentum."""
    px = py = pz = 0.0
    for position, (vx, vy, vz), mass in system:
        px += vx * mass
        py += vy * mass
        pz += vz * mass
    sun = system[0][1]
    sun[0] = -px / SOLAR_MASS
    sun[1] = -py / SOLAR_MASS
    sun[2] = -pz / SOLAR_MASS


def energy(system, pairs):
    total = 0.0
    for position, (vx, vy, vz), mass in system:
        total += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
    for (p1, v1, m1), (p2, v2, m2) in pairs:
        dx = p1[0] - p2[0]
        dy = p1[1] - p2[1]
        dz = p1[2] - p2[2]
        total -= m1 * m2 / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def advance(dt, steps, system, pairs):
    for step in range(steps):
        for (p1, v1, m1), (p2, v2, m2) in pairs:
            dx = p1[0] - p2[0]
            dy = p1[1] - p2[1]
            dz = p1[2] - p2[2]
            pull = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            pull1 = m1 * pull
            pull2 = m2 * pull
            v1[0] -= dx * pull2
            v1[1] -= dy * pull2
            v1[2] -= dz * pull2
            v2[0] += dx * pull1
            v2[1] += dy * pull1
            v2[2] += dz * pull1
        for position, (vx, vy, vz), mass in system:
            position[0] += dt * vx
            position[1] += dt * vy
            position[2] += dt * vz


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 300000
    system = make_system()
    pairs = pairs_of(system)
    settle(system)
    print("%.9f" % energy(system, pairs))
    advance(0.01, steps, system, pairs)
    print("%.9f" % energy(system, pairs))


if __name__ == '__main__':
    main()
