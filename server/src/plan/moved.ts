import type { Located, Location, Range } from '../base/text.ts';
import type { PlanProblem, PropertyDefinition, ValueConstraint } from './plan.ts';

/** The same places, so many lines further down. */
export function movedRange({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

export function movedLocation({ uri, range }: Location, lines: number): Location {
  return { uri, range: movedRange(range, lines) };
}

export function movedText<T>({ value, range }: Located<T>, lines: number): Located<T> {
  return { value, range: movedRange(range, lines) };
}

export function movedProperty(property: PropertyDefinition, lines: number): PropertyDefinition {
  return {
    ...property,
    ...movedParts(property, lines),
    location: movedLocation(property.location, lines),
    range: movedRange(property.range, lines),
    ...(property.replacedBy && { replacedBy: movedText(property.replacedBy, lines) }),
    ...(property.names && { names: property.names.map(name => movedLocation(name, lines)) }),
  };
}

export function movedProblem(problem: PlanProblem, lines: number): PlanProblem {
  const { range, suggestion } = problem;
  return {
    ...problem,
    range: movedRange(range, lines),
    ...(suggestion && { suggestion: { ...suggestion, range: movedRange(suggestion.range, lines) } }),
  };
}

function movedConstraint(constraint: ValueConstraint, lines: number): ValueConstraint {
  return { ...constraint, ...movedParts(constraint, lines) };
}

/** The parts of a constraint that have places. */
function movedParts(constraint: ValueConstraint, lines: number): ValueConstraint {
  const { enum: values, const: constant, pattern, items, properties, ref } = constraint;
  return {
    ...(values && { enum: values.map(value => movedText(value, lines)) }),
    ...(constant && { const: movedText(constant, lines) }),
    ...(pattern && { pattern: movedText(pattern, lines) }),
    ...(items && { items: movedConstraint(items, lines) }),
    ...(properties && { properties: properties.map(property => movedProperty(property, lines)) }),
    ...(ref && { ref: movedText(ref, lines) }),
  };
}
