import { commands, EventEmitter, l10n, window, type Disposable, type Memento, type TreeDataProvider } from 'vscode';
import { ReferencesRequest, type BaseLanguageClient } from 'vscode-languageclient';
import { planTreeRequest, treeChangedNotification, type PlanTree } from '../../../server/src/lsp/protocol.ts';
import {
  groupings,
  nodesOf,
  shareOf,
  type EventNode,
  type Grouping,
  type PlaceNode,
  type PlanNode,
} from './plan-nodes.ts';
import { treeItem } from './tree-item.ts';

/** The tree of plans in the side bar. It asks the server only while it can be seen. */
export class PlanView implements TreeDataProvider<PlanNode>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = window.createTreeView<PlanNode>('tracklint.plan', { treeDataProvider: this, showCollapseAll: true });
  readonly #disposables: Disposable[];
  #filter = '';
  #tree: PlanTree | undefined;
  /** A refresh that is yet to come; several changes in a row make one. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient, memory: Memento) {
    this.#client = client;
    this.#memory = memory;
    this.#disposables = [
      client.onNotification(treeChangedNotification, () => {
        this.#tree = undefined;
        if (this.#view.visible) this.#refreshSoon();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && !this.#tree) this.#changed.fire();
      }),
    ];
    this.#describe();
  }

  get grouping(): Grouping {
    const kept = this.#memory.get<string>('tracklint.grouping');
    return groupings.find(each => each === kept) ?? 'object';
  }

  get filter(): string {
    return this.#filter;
  }

  async group(by: Grouping): Promise<void> {
    await this.#memory.update('tracklint.grouping', by);
    this.#show();
  }

  /** Shows only the events that fit; all of them for an empty text. */
  setFilter(filter: string): void {
    this.#filter = filter.trim();
    void commands.executeCommand('setContext', 'tracklint.isFiltered', this.#filter !== '');
    this.#show();
  }

  /** What the server says of the plans now. */
  async read(): Promise<PlanTree> {
    const tree: PlanTree = await this.#client.sendRequest(planTreeRequest, {});
    this.#tree = tree;
    return tree;
  }

  async getChildren(node?: PlanNode): Promise<PlanNode[]> {
    if (!node) return [...(await this.#roots())];
    if (node.kind === 'event') return [...(await this.#calls(node))];
    return 'children' in node ? [...node.children] : [];
  }

  getTreeItem = treeItem;

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of [...this.#disposables, this.#view, this.#changed]) each.dispose();
  }

  async #roots(): Promise<readonly PlanNode[]> {
    if (!this.#client.isRunning()) return [];
    const tree = this.#tree ?? (await this.read());
    this.#view.message = messageOf(tree);
    return nodesOf(tree, this.grouping, this.#filter);
  }

  async #calls({ event }: EventNode): Promise<readonly PlaceNode[]> {
    const { uri, range } = event.location;
    const found = await this.#client.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position: range.start,
      context: { includeDeclaration: false },
    });
    return (found ?? []).filter(place => place.uri !== uri).map(place => ({ kind: 'place', place }));
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#changed.fire();
    }, refreshAfter);
  }

  #show(): void {
    this.#describe();
    this.#changed.fire();
  }

  #describe(): void {
    const names = {
      object: l10n.t('by object'),
      owner: l10n.t('by owner'),
      source: l10n.t('by source'),
      status: l10n.t('by status'),
    };
    this.#view.description = [names[this.grouping], ...(this.#filter === '' ? [] : [`"${this.#filter}"`])].join(', ');
  }
}

/** Milliseconds without a change: the tree need not follow every key. */
const refreshAfter = 600;

function messageOf({ isComplete, plans }: PlanTree): string {
  if (!isComplete) return l10n.t('Still reading the workspace.');
  const { sent, expected } = shareOf(plans.flatMap(({ events }) => events));
  if (expected === 0) return l10n.t('No event is expected from this code.');
  return l10n.t('{0} % covered: {1} of {2} events are sent.', Math.floor((100 * sent) / expected), sent, expected);
}
