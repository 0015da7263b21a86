/** Names of files and ids made of names that people gave: lower case with dashes, each of them once. */
export class FileNames {
  readonly #taken = new Set<string>();
  readonly #known = new Map<string, string>();
  readonly #separator: string;

  constructor(separator = '-') {
    this.#separator = separator;
  }

  /** The name for a thing; the same thing has the same name again. */
  of(key: string, name: string): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['unnamed'];
    const base = words.join(this.#separator).slice(0, 80);
    // Files of these names say what kind of call they are about.
    const safe = /^(?:pages?|screens?|identify|group)s?$/.test(base) ? `${base}${this.#separator}event` : base;
    let free = safe;
    for (let i = 2; this.#taken.has(free); i++) free = `${safe}${this.#separator}${i}`;
    this.#taken.add(free);
    this.#known.set(key, free);
    return free;
  }
}
