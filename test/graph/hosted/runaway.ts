/** Takes minutes, and no memory. */
export const RUNAWAY = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y % 7) AS sum";
