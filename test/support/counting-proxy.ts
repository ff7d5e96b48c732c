import net from 'node:net';

/** A relay in front of a server that counts round trips and can cut every connection. */
export interface CountingProxy {
  /** The address given, with the proxy's port. */
  readonly url: string;
  /** Round trips since the last call: how often the client spoke after the server had. */
  roundTrips(): number;
  /** Cuts all connections the next time the client sends bytes that contain `text`. */
  cutOn(text: string): void;
  close(): Promise<void>;
}

export async function countingProxy(url: string): Promise<CountingProxy> {
  const target = new URL(url);
  const state = { trips: 0, trigger: '' };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => relay(client, target, state, sockets));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = new URL(url);
  own.port = String((server.address() as net.AddressInfo).port);
  return {
    url: own.href,
    roundTrips: () => {
      const { trips } = state;
      state.trips = 0;
      return trips;
    },
    cutOn: (text) => {
      state.trigger = text;
    },
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function relay(
  client: net.Socket,
  { hostname, port }: URL,
  state: { trips: number; trigger: string },
  sockets: Set<net.Socket>,
): void {
  const server = net.connect(Number(port), hostname);
  let serverSpokeLast = true;
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    sockets.add(one);
    one.on('close', () => other.destroy()).on('error', () => other.destroy());
  }
  client.on('data', (bytes) => {
    if (serverSpokeLast) state.trips += 1;
    serverSpokeLast = false;
    if (state.trigger && bytes.includes(state.trigger)) sockets.forEach((socket) => socket.destroy());
    else server.write(bytes);
  });
  server.on('data', (bytes) => {
    serverSpokeLast = true;
    client.write(bytes);
  });
}
