import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import type { CodeLens, CompletionList, DocumentSymbol, Location, SymbolInformation, TextDocument } from 'vscode';
import { closeAll, eventually, expectFindings, open, placeAfter, replace } from './support.ts';

const unused = ['unused-property: coupon', 'unused-property: sku', 'unused-event: Product Shared'];

describe('in the plan', () => {
  afterEach(closeAll);

  it('stays a document of the language YAML', async () => {
    assert.equal((await open('tracking-plan.yaml')).languageId, 'yaml');
  });

  it('says what the code never sends', async () => {
    await expectFindings(await open('tracking-plan.yaml'), unused);
  });

  it('underlines the very value that is wrong, and goes on with the rest', async () => {
    const plan = await open('tracking-plan.yaml');
    await replace(plan, 'total: { type: number', 'total: { type: nmber');
    await expectFindings(plan, ['invalid-plan: nmber', ...unused]);
    await expectFindings(await open('src/catalogue.ts'), ["missing-property: 'Product Viewed'"]);
  });

  it('changes the findings of the code while it is typed', async () => {
    const code = await open('src/catalogue.ts');
    await expectFindings(code, ["missing-property: 'Product Viewed'"]);
    const plan = await open('tracking-plan.yaml');
    await replace(plan, 'sku: { type: string, required: true', 'sku: { type: string');
    await expectFindings(code, []);
  });

  it('counts the calls of each event above it', async () => {
    const plan = await open('tracking-plan.yaml');
    await eventually(async () => {
      assert.deepEqual(await lensTitles(plan), [
        '2 calls, 2 problems',
        '1 call, 1 problem',
        '1 call, 1 problem',
        'not sent yet',
      ]);
    });
  });

  it('shows no counts where the user has switched them off', async () => {
    const plan = await open('tracking-plan.yaml');
    const settings = workspace.getConfiguration('tracklint');
    await settings.update('codeLens.enabled', false, true);
    assert.deepEqual(await lensTitles(plan), []);
    await settings.update('codeLens.enabled', undefined, true);
    await eventually(async () => {
      assert.notDeepEqual(await lensTitles(plan), []);
    });
  });

  it('finds the calls of an event, and opens them from its lens', async () => {
    const plan = await open('tracking-plan.yaml');
    const place = placeAfter(plan, '\n  Order');
    const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', plan.uri, place);
    assert.ok(places.filter(({ uri }) => uri.path.endsWith('/src/checkout.ts')).length === 2);
    const [lens] = await lenses(plan);
    assert.ok(lens?.command?.arguments);
    await commands.executeCommand(lens.command.command, ...(lens.command.arguments as unknown[]));
  });

  it('has an outline, and events are found by name', async () => {
    const plan = await open('tracking-plan.yaml');
    const outline = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', plan.uri);
    assert.ok(JSON.stringify(outline).includes('Order Completed'));
    const symbols = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'ordcomp',
    );
    assert.ok(symbols.some(({ name }) => name === 'Order Completed'));
  });

  it('completes types and references', async () => {
    const plan = await open('tracking-plan.yaml');
    await replace(plan, 'sku: { type: string', 'sku: { type: ');
    const command = 'vscode.executeCompletionItemProvider';
    const place = placeAfter(plan, 'sku: { type: ');
    await eventually(async () => {
      const { items } = await commands.executeCommand<CompletionList>(command, plan.uri, place);
      assert.ok(
        items.some(({ label }) => label === 'integer' || (typeof label === 'object' && label.label === 'integer')),
      );
    });
  });
});

async function lenses(document: TextDocument): Promise<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
}

async function lensTitles(document: TextDocument): Promise<string[]> {
  return (await lenses(document)).map(({ command }) => command?.title ?? '');
}
