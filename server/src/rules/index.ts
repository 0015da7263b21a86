import { conflictingType } from './conflicting-type.ts';
import { deprecatedEvent } from './deprecated-event.ts';
import { deprecatedProperty } from './deprecated-property.ts';
import { destinationLimit } from './destination-limit.ts';
import { duplicateEvent } from './duplicate-event.ts';
import { dynamicEvent } from './dynamic-event.ts';
import { dynamicProperty } from './dynamic-property.ts';
import { expiredEvent } from './expired-event.ts';
import { invalidConfig } from './invalid-config.ts';
import { invalidPlan } from './invalid-plan.ts';
import { invalidValue } from './invalid-value.ts';
import { misnamedEvent } from './misnamed-event.ts';
import { misnamedProperty } from './misnamed-property.ts';
import { missingDescription } from './missing-description.ts';
import { missingOwner } from './missing-owner.ts';
import { missingProperty } from './missing-property.ts';
import { missingPurpose } from './missing-purpose.ts';
import { missingUser } from './missing-user.ts';
import { personalData } from './personal-data.ts';
import { reservedName } from './reserved-name.ts';
import type { Rule } from './rule.ts';
import { similarName } from './similar-name.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownEvent } from './unknown-event.ts';
import { unknownObject } from './unknown-object.ts';
import { unknownProperty } from './unknown-property.ts';
import { unmeasuredEvent } from './unmeasured-event.ts';
import { unreadPart } from './unread-part.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { unstableUserId } from './unstable-user-id.ts';
import { unusedEvent } from './unused-event.ts';
import { unusedProperty } from './unused-property.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { valueInEventName } from './value-in-event-name.ts';
import { wrongCall } from './wrong-call.ts';
import { wrongSource } from './wrong-source.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule, in the order in which they are documented and in which findings at one place are told. */
export const rules: readonly Rule[] = [
  unknownEvent,
  misnamedEvent,
  unknownObject,
  unknownAction,
  missingProperty,
  unknownProperty,
  misnamedProperty,
  wrongType,
  invalidValue,
  dynamicEvent,
  dynamicProperty,
  valueInEventName,
  wrongCall,
  deprecatedEvent,
  deprecatedProperty,
  wrongSource,
  missingUser,
  unstableUserId,
  personalData,
  destinationLimit,
  reservedName,
  unusedSuppression,
  invalidPlan,
  unreadPart,
  unresolvedReference,
  duplicateEvent,
  similarName,
  conflictingType,
  missingDescription,
  missingPurpose,
  missingOwner,
  unusedEvent,
  unusedProperty,
  unmeasuredEvent,
  expiredEvent,
  invalidConfig,
];

/** The rule of an id, where there is one. */
export function ruleById(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id);
}
