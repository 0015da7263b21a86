import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** A part of the window, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The editor's window, used as a person uses it. Every step waits for what it brought about. */
export class Workbench {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async load(url: string): Promise<void> {
    await this.#page.goto(url);
    await this.locate('.part.activitybar').waitFor();
    await this.locate('.part.statusbar').waitFor();
  }

  locate(selector: string, hasText?: string | RegExp): Locator {
    return this.#page.locator(`.monaco-workbench ${selector}`, hasText === undefined ? {} : { hasText });
  }

  /** Opens a file by its path or name, the cursor at a place (one-based, as the editor shows it). */
  async open(file: string, line = 1, column = 1): Promise<void> {
    const name = basename(file);
    await this.press('Control+P');
    await this.#pick(`${file}:${line}:${column}`, name);
    await this.locate(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.locate('.statusbar-item', `Ln ${line}, Col ${column}`).waitFor();
  }

  /** Runs a command of the palette by its whole title. */
  async run(title: string): Promise<void> {
    await this.ask(title);
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Runs a command that asks for something in the place of the palette. */
  async ask(title: string): Promise<void> {
    await this.press('F1');
    await this.#take(`>${title}`, title.split(': ').at(-1) ?? title);
  }

  /** Answers what was asked: takes a row of the list that is open under this placeholder. */
  async choose(placeholder: string, row: string): Promise<void> {
    await this.#page.locator(`.quick-input-widget input[placeholder="${placeholder}"]`).waitFor();
    await this.#pick(row, row);
  }

  /** Answers what was asked: writes a text into the box that is open under this placeholder. */
  async fill(placeholder: string, text: string): Promise<void> {
    await this.#page.locator(`.quick-input-widget input[placeholder="${placeholder}"]`).fill(text);
    await this.press('Enter');
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Asks again, a few times, until something is shown: a busy window may miss what is done in it. */
  async until(shown: Locator, ask: () => Promise<void>): Promise<void> {
    const isShown = () =>
      shown.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    for (let asked = 0; asked < 5 && !(await isShown()); asked++) await ask();
    await shown.waitFor();
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Types as fast as a quick person, so that the editor reacts to each key. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 30 });
  }

  /** A line of the active editor that shows this text. */
  line(text: string | RegExp): Locator {
    return this.locate('.editor-group-container.active .view-line', text);
  }

  /** Saves what the window, or a part of it, shows, once nothing moves any more. */
  async picture(file: string, clip?: Clip): Promise<void> {
    await this.#page.waitForTimeout(300);
    await this.#page.screenshot({ path: file, ...(clip && { clip }) });
  }

  /** Something inside the page that an extension shows in a frame of its own. */
  framed(selector: string, hasText?: string | RegExp): Locator {
    const page = this.#page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    return page.locator(selector, hasText === undefined ? {} : { hasText });
  }

  async #pick(input: string, expected: string): Promise<void> {
    await this.#take(input, expected);
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async #take(input: string, expected: string): Promise<void> {
    await this.#page.locator('.quick-input-widget input.input').fill(input);
    // The list follows the input with a delay; Enter takes the row that has the focus.
    await this.#page.locator('.quick-input-list .monaco-list-row.focused', { hasText: expected }).waitFor();
    await this.press('Enter');
  }
}
