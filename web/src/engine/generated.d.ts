// What the project's build puts into generated/: the Emscripten module, the catalog, and the types of answers (a file that needs no declaration).
declare module '*/sts-playground.mjs' {
  export interface EngineModule {
    run(request: string): string;
    engineInfo(): string;
    judgeAt(request: string): string;
    mfaCode(request: string): string;
    trustGraph(request: string): string;
  }
  export default function createModule(options: { wasmBinary: ArrayBuffer }): Promise<EngineModule>;
}

declare module '*/catalog.en.json' {
  const catalog: import('./assist').Catalog;
  export default catalog;
}
declare module '*/catalog.ko.json' {
  const catalog: import('./assist').Catalog;
  export default catalog;
}
