import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { TestHouse } from '../harness.ts';

/** A house that listens on the loopback, for bytes no HTTP client would send. */
export interface ListeningHouse {
  port: number;
  /** Sends bytes as they are and collects the answer until the peer closes, or is silent for `quietMilliseconds`. */
  exchange(bytes: string | Buffer, quietMilliseconds?: number): Promise<string>;
  open(): Promise<Socket>;
}

export async function listen(house: TestHouse): Promise<ListeningHouse> {
  const { http } = house.teahouse;
  await http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = http.server.address() as AddressInfo;
  const open = async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  return {
    port,
    open,
    async exchange(bytes, quietMilliseconds = 2_000) {
      const socket = await open();
      socket.write(bytes);
      return readToEnd(socket, quietMilliseconds);
    },
  };
}

function readToEnd(socket: Socket, quietMilliseconds: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = () => {
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    socket.setTimeout(quietMilliseconds, finish);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', finish);
    socket.on('error', finish);
  });
}

/** Status codes of all answers on one connection, in order. */
export function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}
