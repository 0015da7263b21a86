/** The loosest operators that may stand in an argument or behind an assignment: not `and` and `or`. */
export const VALUE = 3;

/** The same without assignments: targets, patterns, parents. */
export const OPERAND = 4;

/** A parameter's default, which the bar behind a block's parameters ends. */
export const PARAMETER = 11;
