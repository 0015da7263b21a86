import type { Project, Type } from 'typescript-7/unstable/async';
import type { Node, SourceFile } from 'typescript-7/unstable/ast';
import type { CheckedType, TextSpan } from '../../base/type-checker.ts';
import type { TypeDescriber } from './describe-type.ts';

export interface Questions {
  readonly path: string;
  /** The text that the compiler has of the file. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
}

/**
 * The types of the expressions at spans. Names and chains of members are asked for by the position of the last name; all
 * others need the syntax tree, which is fetched only for them.
 */
export async function typesAt(
  project: Project,
  describer: TypeDescriber,
  { path, text, spans }: Questions,
): Promise<readonly (CheckedType | undefined)[]> {
  const types = new Array<Type | undefined>(spans.length).fill(undefined);
  const named = spans.flatMap((span, index) => {
    const name = lastName(text.slice(span.at, span.end));
    return name === undefined ? [] : [{ index, position: span.at + name }];
  });
  const others = spans.flatMap((span, index) => (named.some(each => each.index === index) ? [] : [{ index, span }]));
  await Promise.all([askPositions(), askNodes()]);
  return Promise.all(types.map(type => describer.describe(type)));

  async function askPositions(): Promise<void> {
    if (named.length === 0) return;
    const found = await project.checker.getTypeAtPosition(
      path,
      named.map(({ position }) => position),
    );
    named.forEach(({ index }, at) => (types[index] = found[at]));
  }

  async function askNodes(): Promise<void> {
    const file = others.length > 0 ? await project.program.getSourceFile(path) : undefined;
    if (!file) return;
    const nodes = others.flatMap(({ index, span }) => {
      const node = nodeAt(file, span);
      return node ? [{ index, node }] : [];
    });
    if (nodes.length === 0) return;
    const found = await project.checker.getTypeAtLocation(nodes.map(({ node }) => node));
    nodes.forEach(({ index }, at) => (types[index] = found[at]));
  }
}

const chain = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*\s*\??\.\s*)*(?=[\p{ID_Start}$_][\p{ID_Continue}$]*$)/u;

/** Where the last name begins in an expression that is made of names and dots; undefined for other expressions. */
function lastName(expression: string): number | undefined {
  return chain.exec(expression)?.[0].length;
}

/** The innermost node that begins and ends exactly at the span. */
function nodeAt(file: SourceFile, { at, end }: TextSpan): Node | undefined {
  let best: Node | undefined;
  for (let node: Node | undefined = file; node;) {
    const inside: Node[] = [];
    node.forEachChild(child => {
      if (child.pos <= at && child.end >= end) inside.push(child);
      return undefined;
    });
    node = inside[0];
    if (node?.end === end && node.getStart(file) === at) best = node;
  }
  return best;
}
