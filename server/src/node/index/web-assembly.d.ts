/** As much of https://webassembly.github.io/spec/js-api/ as is used here: Node has it, and its types leave it to the browser's. */
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  const Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}
