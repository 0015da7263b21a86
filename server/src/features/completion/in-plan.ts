import type { Position, Uri } from '../../base/text.ts';
import { planSchema } from '../../plan/schema.ts';
import { locateYaml } from '../../plan/yaml/locate.ts';
import { configSchema } from '../../workspace/config-schema.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { isSchemaElsewhere, type Editor } from '../editor.ts';
import { namesForConfig } from './config-names.ts';
import type { NamedChoice, YamlQuestion } from './yaml-question.ts';
import { namesForPlan } from './plan-names.ts';
import { schemaSuggestions } from './schema-suggestions.ts';
import type { Answer, Suggestion } from './suggestion.ts';
import { entrySuggestion } from './yaml-suggestion.ts';

/** Completion in plan files of our own format, and in config files: the names that are in use, then what the schema has. */
export function completePlan(snapshot: Snapshot, uri: Uri, position: Position, editor: Editor): Answer | undefined {
  const text = snapshot.text(uri);
  const config = snapshot.configFile(uri);
  const isOurPlan = snapshot.planFiles.get(uri)?.format === 'yaml';
  const place = text !== undefined && (config || isOurPlan) ? locateYaml(text, position) : undefined;
  if (text === undefined || !place) return undefined;
  const isJson = uri.endsWith('.json');
  const question: YamlQuestion = { snapshot, uri, text, place, isJson, snippets: editor.snippets };
  const plan = snapshot.planFor(uri);
  const names = config ? namesForConfig(question) : plan ? namesForPlan(question, plan) : [];
  const schema = config ? configSchema : planSchema;
  const suggestions = [
    ...names.filter(isNew).map(choice => entrySuggestion(question, choice)),
    ...(isSchemaElsewhere(snapshot, uri, editor) ? [] : schemaSuggestions(question, schema)),
  ];
  return suggestions.length > 0 ? { suggestions: unique(suggestions), isOfValues: place.at === 'value' } : undefined;

  function isNew({ name }: NamedChoice): boolean {
    return !place?.siblings.includes(name);
  }
}

function unique(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return [...new Map([...suggestions].reverse().map(each => [each.label, each])).values()].reverse();
}
