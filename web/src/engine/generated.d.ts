// The Emscripten module that the project's build puts into generated/.
declare module '*/sts-playground.mjs' {
  export interface EngineModule {
    run(request: string): string;
    explainText(request: string): string;
    engineInfo(): string;
  }
  export default function createModule(options: { wasmBinary: ArrayBuffer }): Promise<EngineModule>;
}
