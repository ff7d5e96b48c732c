export interface EmbeddedServer {
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server process has ended, whatever the reason. */
  readonly exited: Promise<unknown>;
  /** Connection address with the password of that role. */
  urlOf(role: string, database: string): string;
  /** The generated password of that role, kept in a file of mode 0600. */
  passwordOf(role: string): string;
  /** Fast shutdown: open transactions roll back, committed ones stay. */
  stop(): Promise<void>;
}

export function startPostgres(options: {
  directory: string;
  port?: number;
  fast?: boolean;
}): Promise<EmbeddedServer>;
