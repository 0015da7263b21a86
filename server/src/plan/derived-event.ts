import type { Located, Location, Range } from '../base/text.ts';
import { movedLocation, movedProperty, movedRange, movedText } from './moved.ts';
import type { EventDefinition, EventKind, EventStatus, PropertyDefinition } from './plan.ts';

type Properties = readonly PropertyDefinition[];

/** An object and no function, since a function made at one edit would keep alive all that was in reach of it then. */
interface Resolver {
  resolve(properties: Properties): Properties;
}

/**
 * An event that was read once and now stands on other lines, or whose references are followed. Its parts are computed
 * when asked for: an edit moves thousands of events, and hardly one of them is looked at. Like any `EventDefinition` it
 * is to be read by its keys; it cannot be spread.
 */
export class DerivedEvent implements EventDefinition {
  readonly kind: EventKind;
  readonly name: string;
  readonly status: EventStatus;
  readonly weight: number;
  readonly tags: readonly string[];
  readonly open: boolean;
  readonly #base: EventDefinition;
  readonly #lines: number;
  readonly #resolver: Resolver | undefined;
  #location: Location | undefined;
  #properties: Properties | undefined;

  private constructor(base: EventDefinition, lines: number, resolver: Resolver | undefined) {
    this.kind = base.kind;
    this.name = base.name;
    this.status = base.status;
    this.weight = base.weight;
    this.tags = base.tags;
    this.open = base.open;
    this.#base = base;
    this.#lines = lines;
    this.#resolver = resolver;
  }

  /** The event so many lines further down. */
  static moved(event: EventDefinition, lines: number): EventDefinition {
    if (!(event instanceof DerivedEvent)) return new DerivedEvent(event, lines, undefined);
    return new DerivedEvent(event.#base, event.#lines + lines, event.#resolver);
  }

  /** The event with what its references bring. */
  static resolved(event: EventDefinition, resolver: Resolver): EventDefinition {
    if (event instanceof DerivedEvent) return new DerivedEvent(event.#base, event.#lines, resolver);
    return new DerivedEvent(event, 0, resolver);
  }

  /** What it was made of: the very same object as long as the text of the event is the same. A key for caches. */
  static origin(event: EventDefinition): EventDefinition {
    return event instanceof DerivedEvent ? event.#base : event;
  }

  /** How many lines an event stands below where its origin says that it stands. */
  static lines(event: EventDefinition): number {
    return event instanceof DerivedEvent ? event.#lines : 0;
  }

  get location(): Location {
    return (this.#location ??= movedLocation(this.#base.location, this.#lines));
  }

  get range(): Range {
    return movedRange(this.#base.range, this.#lines);
  }

  get properties(): Properties | undefined {
    const own = this.#base.properties;
    if (!own) return undefined;
    if (!this.#properties) {
      const moved = this.#lines === 0 ? own : own.map(property => movedProperty(property, this.#lines));
      this.#properties = this.#resolver?.resolve(moved) ?? moved;
    }
    return this.#properties;
  }

  get description(): Located<string> | undefined {
    return this.#moved(this.#base.description);
  }

  get why(): Located<string> | undefined {
    return this.#moved(this.#base.why);
  }

  get owner(): Located<string> | undefined {
    return this.#moved(this.#base.owner);
  }

  get replacedBy(): Located<string> | undefined {
    return this.#moved(this.#base.replacedBy);
  }

  get removeAfter(): Located<string> | undefined {
    return this.#moved(this.#base.removeAfter);
  }

  get statusRange(): Range | undefined {
    return this.#base.statusRange && movedRange(this.#base.statusRange, this.#lines);
  }

  get sources(): readonly Located<string>[] | undefined {
    return this.#base.sources?.map(source => movedText(source, this.#lines));
  }

  get version(): string | undefined {
    return this.#base.version;
  }

  get names(): readonly Location[] | undefined {
    return this.#base.names?.map(name => movedLocation(name, this.#lines));
  }

  #moved(text: Located<string> | undefined): Located<string> | undefined {
    return text && movedText(text, this.#lines);
  }
}
