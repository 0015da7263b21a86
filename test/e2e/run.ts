/**
 * Runs the suite inside a real editor, in up to three ways:
 *
 *   node out/e2e/run.js [--oldest] [--grep text] [--times n] [--with package.vsix] [development] [vsix] [electron]
 *
 * `development` loads this folder as an extension under development, `vsix` installs the packaged extension, `electron`
 * goes through `@vscode/test-electron`. `--with` installs another extension beside ours. Ends with 0 where every run passed, by the suite's own word and the editor's.
 */
import { runTests } from '@vscode/test-electron';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installEditor, type Editor, type EditorVersion } from './host/install.ts';
import { copyWorkspace, makeProfile, type Profile } from './host/profile.ts';
import { fault, readResult, runSuite } from './host/run-suite.ts';
import { installExtension } from './host/server.ts';

interface Run {
  readonly editor: Editor;
  readonly which: EditorVersion;
  readonly profile: Profile;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
}

const tests = resolve('out/e2e/suite/index.cjs');

/** Seconds that one run may take. */
const limit = 300;

/** Each answers undefined where the host says that all went well. */
const ways: Readonly<Record<string, (run: Run) => Promise<string | undefined>>> = {
  development: run => runSuite({ ...run, development: resolve('.'), tests, limit }),

  vsix: run => {
    installExtension(run.editor, run.profile, 'tracklint.vsix');
    // The editor runs tests only for an extension under development; this one has nothing in it.
    const development = join(run.profile.folder, 'runner');
    mkdirSync(development);
    const manifest = { name: 'runner', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
    writeFileSync(join(development, 'package.json'), JSON.stringify(manifest));
    return runSuite({ ...run, development, tests, limit });
  },

  electron: async run => {
    const code = await runTests({
      vscodeExecutablePath: resolve('out/e2e/code.js'),
      extensionDevelopmentPath: resolve('.'),
      extensionTestsPath: tests,
      extensionTestsEnv: { ...run.env, TRACKLINT_EDITOR: run.which },
      launchArgs: [run.workspace, ...run.profile.args],
    }).catch((error: unknown) => error);
    return code === 0 ? undefined : `@vscode/test-electron: ${String(code)}`;
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    oldest: { type: 'boolean' },
    grep: { type: 'string' },
    times: { type: 'string', default: '1' },
    with: { type: 'string' },
  },
});
const which = values.oldest ? 'oldest' : 'current';
const editor = installEditor(which);
let failures = 0;
for (let i = 0; i < Number(values.times); i++)
  for (const name of positionals.length > 0 ? positionals : Object.keys(ways)) if (!(await once(name))) failures++;
process.exit(failures === 0 ? 0 : 1);

async function once(name: string): Promise<boolean> {
  const way = ways[name];
  if (!way) throw new Error(`${name} is none of ${Object.keys(ways).join(', ')}`);
  const started = Date.now();
  const profile = makeProfile();
  const resultFile = join(profile.folder, 'result.json');
  const outputFile = join(profile.folder, 'output.txt');
  const env = { TEST_RESULT_FILE: resultFile, TEST_OUTPUT_FILE: outputFile, TEST_GREP: values.grep ?? '' };
  const workspace = copyWorkspace(profile, 'test/examples/editor');
  if (values.with !== undefined) installExtension(editor, profile, values.with);
  const failure = await way({ editor, which, profile, workspace, env }).catch((error: unknown) => String(error));
  const result = readResult(resultFile);
  const why = fault(result) ?? failure;
  if (why && existsSync(outputFile)) console.log(readFileSync(outputFile, 'utf8'));
  const { passed = 0, failed = 0, skipped = 0, node = '' } = result ?? {};
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${why ? 'FAIL' : 'ok'} ${name}, VS Code ${editor.version}, Node ${node}: ` +
      `${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds} s`,
  );
  if (why) console.error(`${why}; logs and last.png are kept in ${profile.folder}`);
  else profile.remove();
  return !why;
}
