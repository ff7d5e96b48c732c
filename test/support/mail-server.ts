import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  readonly url: string;
  /** What came, as it stood on the wire: headers and text. */
  readonly letters: { readonly to: string; readonly raw: string }[];
  /** The reply to the next letters; null takes them. */
  refuse(reply: { readonly code: number; readonly message: string } | null): void;
  close(): Promise<void>;
}

/** A mail server that takes letters for anybody, on a free port. */
export async function mailServer(): Promise<MailServer> {
  const letters: { to: string; raw: string }[] = [];
  let refusal: { code: number; message: string } | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (refusal) return done(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
        const raw = Buffer.concat(pieces).toString('utf8');
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (reply) => {
      refusal = reply;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
