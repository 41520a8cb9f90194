"""How much one job of a child process may take."""

CPU_S = 10
WALL_S = 30.0
MEMORY = 1_000_000_000
