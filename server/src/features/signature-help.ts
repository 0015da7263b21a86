import type {
  ParameterInformation,
  SignatureHelp,
  SignatureHelpParams,
  SignatureInformation,
} from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { callAround, placeInCode } from './completion/code-question.ts';
import { placeInPayload } from './completion/payload.ts';
import { tokenAt } from './completion/token.ts';
import { describeProperty, typeText } from './describe.ts';
import { membersOf, ownerTitle, payloadOwners, propertiesOf, propertyAt, type PropertyOwner } from './payload-owner.ts';

/** Inside a payload: the properties that belong there, the present one marked. One signature for each possible event. */
export function signatureHelp(
  snapshot: Snapshot,
  { textDocument: { uri }, position }: SignatureHelpParams,
): SignatureHelp | null {
  const place = placeInCode(snapshot, uri, position, { snippets: false });
  const call = place && callAround(place);
  const cursor = call && placeInPayload({ ...place, call });
  if (!cursor) return null;
  const key = cursor.key ?? tokenAt(place.text, cursor.from, place.cursor).typed;
  const path = cursor.inList ? cursor.path.slice(0, -1) : cursor.path;
  const signatures = payloadOwners(place.plan, call)
    .filter(owner => owner.kind !== 'common')
    .flatMap(owner => signature(owner, path, key));
  return signatures.length > 0 ? { signatures, activeSignature: 0 } : null;
}

function signature(owner: PropertyOwner, path: readonly string[], key: string): readonly SignatureInformation[] {
  const properties = path.length === 0 ? propertiesOf(owner) : membersOf(propertyAt(owner, path));
  if (!properties || properties.length === 0) return [];
  const place = ownerTitle(owner);
  let label = `${[place, ...path].join(' › ')}: { `;
  const parameters = properties.map((property, index): ParameterInformation => {
    if (index > 0) label += ', ';
    const start = label.length;
    label += `${property.name}${property.required ? '' : '?'}: ${typeText(property)}`;
    const value = describeProperty(property, place);
    return { label: [start, label.length], documentation: { kind: 'markdown', value } };
  });
  const active = properties.findIndex(({ name }) => name === key);
  const description = owner.kind === 'event' && path.length === 0 ? owner.event.description?.value : undefined;
  return [
    {
      label: `${label} }`,
      parameters,
      // Beyond the last one is none: the first would be taken where nothing is said.
      activeParameter: active < 0 ? parameters.length : active,
      ...(description !== undefined && { documentation: { kind: 'markdown' as const, value: description } }),
    },
  ];
}
