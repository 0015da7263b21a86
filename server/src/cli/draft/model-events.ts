import { singularOf } from '../../base/tense.ts';
import type { Location } from '../../base/text.ts';
import { joinWords, splitWords } from '../../base/words.ts';
import type { EventDefinition, PropertyDefinition, TraitsDefinition } from '../../plan/plan.ts';
import type { DatabaseColumn, DatabaseModel } from './database-models.ts';

/** What the models of a database suggest to track: each made, changed and deleted; as `planned`, for a person to choose from. */
export function eventsOfModels(models: readonly DatabaseModel[]): {
  readonly events: readonly EventDefinition[];
  readonly identify?: TraitsDefinition;
} {
  const own = models.filter(({ name, columns }) => columns.length > 0 && !technical.test(name));
  const user = own.find(({ name }) => /^(?:users?|accounts?|customers?|members?)$/i.test(name));
  const properties = user && propertiesOf(user);
  return {
    events: own.flatMap(model =>
      actions.map(action => plannedEvent(`${titleOf(model.name)} ${action}`, propertiesOf(model))),
    ),
    ...(properties && properties.length > 0 && { identify: { location: nowhere, properties, open: true } }),
  };
}

const actions = ['Created', 'Updated', 'Deleted'];

/** Tables of the frameworks themselves. */
const technical =
  /^(?:_|schema_migrations|ar_internal_metadata|sessions?$|active_storage|django_|auth_|knex_|.*migrations?$|verification_?tokens?$)/i;

/** Never to be sent, whatever the plan is. */
const secret = /password|passwd|secret|token|salt|hash|digest|private_?key/i;

function plannedEvent(name: string, properties: readonly PropertyDefinition[]): EventDefinition {
  return {
    kind: 'track',
    name,
    location: nowhere,
    range: nowhere.range,
    status: 'planned',
    weight: 1,
    tags: [],
    ...(properties.length > 0 && { properties }),
    open: properties.length === 0,
  };
}

/** `order_items` -> `Order Item`. */
function titleOf(name: string): string {
  const words = splitWords(name).map(word => word.text.toLowerCase());
  return joinWords([...words.slice(0, -1), singularOf(words.at(-1) ?? '')], 'Title Case');
}

function propertiesOf({ columns }: DatabaseModel): readonly PropertyDefinition[] {
  return columns.filter(({ name }) => !secret.test(name)).map(propertyOf);
}

function propertyOf({ name, type, enum: values }: DatabaseColumn): PropertyDefinition {
  return {
    name,
    location: nowhere,
    range: nowhere.range,
    required: false,
    pii: /^(?:e_?mail|phone|first_?name|last_?name|full_?name|address|birth)/i.test(name),
    deprecated: false,
    ...(type && { types: [type] }),
    ...(values && { enum: values.map(value => ({ value, range: nowhere.range })) }),
  };
}

const start = { line: 0, character: 0 };
const nowhere: Location = { uri: '', range: { start, end: start } };
