import { rules } from '../../rules/index.ts';
import { sdkNames } from './sdk-names.ts';
import type { NamedChoice, YamlQuestion } from './yaml-question.ts';

/** Names that a config may hold and that its schema does not list: rules, SDKs and their vendors. */
export function namesForConfig({ place: { path, at } }: YamlQuestion): readonly NamedChoice[] {
  const [section] = path;
  if (section === 'rules' && path.length === 1 && at === 'key') {
    return rules.map(({ id, summary }) => ({ name: id, kind: 'Constant', documentation: summary, holds: 'scalar' }));
  }
  if (section === 'extends' && at === 'value') {
    return ['light', 'recommended', 'strict'].map(name => ({ name, kind: 'EnumMember', detail: 'preset' }));
  }
  return section === 'sdks' && at === 'value' ? sdkNames() : [];
}
