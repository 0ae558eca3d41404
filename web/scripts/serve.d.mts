import type { Server } from 'node:http';

export interface Site {
  server: Server;
  /** With a slash at its end. */
  address: string;
  close(): Promise<void>;
}
export function serve(options?: { port?: number; host?: string; root?: string }): Promise<Site>;
