/** Prints what failed, and at the end `12 passed, 1 failed`. */
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stderr') yield data.message;
    if (type === 'test:pass' && typeof data.skip === 'string') yield `skipped ${data.name}: ${data.skip}\n`;
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (data.skip !== undefined) continue;
    if (type === 'test:pass') {
      passed++;
      continue;
    }
    failed++;
    const { error } = data.details;
    yield `\nFAIL ${data.name}\n${error?.cause?.stack ?? error?.cause ?? error?.stack ?? error}\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
