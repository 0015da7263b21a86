import assert from 'node:assert/strict';
import { commands, languages, Range, SnippetString, workspace } from 'vscode';
import type { CodeAction, CompletionItem, Hover, Location, LocationLink, MarkdownString } from 'vscode';
import type { InlayHint, Position, TextDocument, Uri } from 'vscode';
import { closeAll, completionNames, completions, diagnostics, eventually, expectFindings, fileUri } from './support.ts';
import { nameOf, open, placeAfter, replace, ruleOf, untitled } from './support.ts';

const mistakes = [
  "unknown-event: 'Order Complted'",
  "wrong-type: '12.50'",
  "invalid-value: 'GBP'",
  "deprecated-event: 'Purchase Made'",
];

describe('in code', () => {
  afterEach(closeAll);

  it('underlines what the plan does not allow', async () => {
    await expectFindings(await open('src/checkout.ts'), mistakes);
  });

  it('leads from a finding to the plan', async () => {
    const document = await open('src/checkout.ts');
    await expectFindings(document, mistakes);
    const related = diagnostics(document).flatMap(({ relatedInformation }) => relatedInformation ?? []);
    assert.ok(related.some(({ location }) => location.uri.path === fileUri('tracking-plan.yaml').path));
  });

  it('strikes a deprecated event through', async () => {
    const document = await open('src/checkout.ts');
    await expectFindings(document, mistakes);
    const deprecated = diagnostics(document).find(finding => ruleOf(finding) === 'deprecated-event');
    assert.deepEqual(deprecated?.tags, [2]);
  });

  it('follows what is typed, unsaved', async () => {
    const document = await open('src/checkout.ts');
    await expectFindings(document, mistakes);
    await replace(document, "'12.50'", '12.5');
    await replace(document, "'GBP'", "'EUR'");
    await expectFindings(document, [mistakes[0]!, mistakes[3]!]);
    await replace(document, "'EUR'", "'YEN'");
    await expectFindings(document, [mistakes[0]!, "invalid-value: 'YEN'", mistakes[3]!]);
  });

  it('says nothing about other languages and files', async () => {
    const document = await untitled('markdown', "window.analytics.track('Product View');\n");
    assert.deepEqual(diagnostics(document), []);
  });

  it('completes an event with its required payload', async () => {
    const document = await open('src/checkout.ts');
    await replace(document, "'Purchase Made', { order_id: order.id }", "''");
    const item = await completion(
      document,
      placeAfter(document, "analytics.track(''").translate(0, -1),
      'Order Completed',
    );
    const text = item.insertText instanceof SnippetString ? item.insertText.value : '';
    assert.match(text, /Order Completed[^]*order_id[^]*total[^]*currency/);
  });

  it('completes the properties that are not there yet', async () => {
    const document = await open('src/checkout.ts');
    await replace(document, "    currency: 'USD',", '    c');
    const place = placeAfter(document, 'order.total,\n    c');
    await completion(document, place, 'currency');
    assert.ok(!(await completionNames(document, place)).includes('order_id'));
  });

  it('completes the allowed values', async () => {
    const document = await open('src/checkout.ts');
    await replace(document, "'GBP'", "''");
    await completion(document, placeAfter(document, "'12.50', currency: '"), 'EUR');
  });

  it('explains an event on hover', async () => {
    const document = await open('src/checkout.ts');
    const place = placeAfter(document, "'Order");
    await eventually(async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
      const text = hovers.flatMap(({ contents }) => contents.map(content => (content as MarkdownString).value)).join();
      for (const part of ['The customer paid.', 'checkout-team', 'order_id']) assert.ok(text.includes(part), text);
    });
  });

  it('goes to the definition in the plan, and finds the other calls', async () => {
    const document = await open('src/checkout.ts');
    const place = placeAfter(document, "'Order");
    const plan = await workspace.openTextDocument(fileUri('tracking-plan.yaml'));
    const links = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place,
    );
    assert.ok(links[0]);
    const target = targetOf(links[0]);
    assert.equal(target.uri.toString(), plan.uri.toString());
    assert.equal(plan.getText(target.range), 'Order Completed');
    const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, place);
    assert.equal(places.filter(reference => reference.uri.toString() === document.uri.toString()).length, 2);
  });

  it('shows what constants hold, where the user wants it', async () => {
    const document = await open('src/catalogue.ts');
    await replace(
      document,
      'export function',
      "const PAID = 'Order Completed';\nanalytics.track(PAID);\nexport function",
    );
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = () => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    const labels = async () => (await hints()).map(({ label }) => label);
    assert.deepEqual(await labels(), []);
    const settings = workspace.getConfiguration('tracklint');
    await settings.update('inlayHints.enabled', true, true);
    await eventually(async () => {
      assert.deepEqual(await labels(), ['= Order Completed']);
    });
    await settings.update('inlayHints.enabled', undefined, true);
  });

  it('repairs a finding', async () => {
    const document = await open('src/checkout.ts');
    await expectFindings(document, mistakes);
    const preferred = (await fixes(document, 'unknown-event')).find(({ isPreferred }) => isPreferred);
    assert.ok(preferred?.edit);
    assert.ok(await workspace.applyEdit(preferred.edit));
    await eventually(() => {
      assert.ok(!diagnostics(document).some(finding => ruleOf(finding) === 'unknown-event'));
      assert.ok(!document.getText().includes("'Order Complted'"));
    });
  });

  it('adds an unknown event to the plan, with the types of the call', async () => {
    const document = await open('src/checkout.ts');
    await expectFindings(document, mistakes);
    const add = (await fixes(document, 'unknown-event')).find(({ title }) => /plan/i.test(title));
    assert.ok(add?.edit);
    assert.ok(await workspace.applyEdit(add.edit));
    const plan = await open('tracking-plan.yaml');
    assert.match(plan.getText(), /\n {2}Order Complted:[^]*order_id: (?:string|\{ type: string)/);
    await eventually(() => {
      assert.ok(!diagnostics(document).some(finding => ruleOf(finding) === 'unknown-event'));
    });
  });

  it('repairs everything that is safe at once', async () => {
    const document = await open('src/checkout.ts');
    await expectFindings(document, mistakes);
    await commands.executeCommand('editor.action.fixAll');
    await eventually(() => {
      assert.ok(document.isDirty);
      assert.ok(diagnostics(document).length < mistakes.length);
    });
  });

  it('suppresses a finding with a reason', async () => {
    const document = await open('src/checkout.ts');
    await expectFindings(document, mistakes);
    await replace(
      document,
      "  analytics.track('Order Complted',",
      "  // tracklint-ignore-next-line unknown-event -- to be renamed\n  analytics.track('Order Complted',",
    );
    await expectFindings(document, mistakes.slice(1));
  });
});

function targetOf(link: Location | LocationLink): { readonly uri: Uri; readonly range: Range | undefined } {
  return 'targetUri' in link ? { uri: link.targetUri, range: link.targetSelectionRange } : link;
}

/** The completion of this name. */
async function completion(document: TextDocument, place: Position, name: string): Promise<CompletionItem> {
  return eventually(async () => {
    const items = await completions(document, place);
    const item = items.find(each => nameOf(each) === name);
    assert.ok(item, `${name} is among ${items.map(nameOf).join(', ')}`);
    return item;
  });
}

/** The quick fixes of the first finding of a rule, edits included. */
async function fixes(document: TextDocument, rule: string): Promise<CodeAction[]> {
  const finding = languages.getDiagnostics(document.uri).find(candidate => ruleOf(candidate) === rule);
  assert.ok(finding);
  const command = 'vscode.executeCodeActionProvider';
  return commands.executeCommand<CodeAction[]>(command, document.uri, finding.range, 'quickfix', 20);
}
