import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type HouseProcess, startHouse } from '../../process/house-process.ts';
import { openTemporaryFolder } from '../../process/temporary-folder.ts';
import { type FaultCase, type Outcome, outcomeOf, withoutLimits } from '../fault-case.ts';
import { type Answer, isFine, signUp, type Visitor } from '../visitor.ts';
import { noteBody } from '../writers.ts';

const mb = 2 ** 20;
const diskMb = 1_100;
/** The guard looks every 5 s. */
const noticeLimit = 15_000;

export const fullDisk: FaultCase = {
  name: 'disk nearly full (a tmpfs of 1.1 GB)',
  expectation: 'uploads stop first, then writes, each with a clear problem; reads work; all recovers by itself',
  async run() {
    using folder = openTemporaryFolder('faults');
    const mount = `${folder.path}/disk`;
    mkdirSync(mount);
    const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m,mode=711`, 'tmpfs', mount], {
      encoding: 'utf8',
    });
    if (status !== 0)
      return { measured: '', held: true, missing: `root, to mount a small disk (${(stderr ?? 'no mount').trim()})` };
    try {
      await using house = await startHouse({ dataDir: `${mount}/data`, env: withoutLimits });
      return await fillAndEmpty(house, mount);
    } finally {
      spawnSync('umount', ['-l', mount]);
    }
  },
};

async function fillAndEmpty(house: HouseProcess, mount: string): Promise<Outcome> {
  const member = await signUp(house, 'writer');
  const first = await publish(member);
  const path = `/api/notes/${first.body.id}`;
  await fillTo(mount, 300);
  const upload = await until(
    () => startUpload(member),
    (answer) => answer.status === 507,
  );
  const beside = await publish(member);
  await fillTo(mount, 90);
  const write = await until(
    () => publish(member),
    (answer) => answer.status === 503,
  );
  const read = await member.send('GET', path);
  const discover = await member.send('GET', '/api/feed/newest');
  rmSync(`${mount}/filler`);
  const again = await until(() => publish(member), isFine);
  const uploadAgain = await until(() => startUpload(member), isFine);
  return outcomeOf([
    [
      `300 MB free: upload ${upload.status} ${upload.problem}, note ${beside.status}`,
      upload.problem === 'no-space' && isFine(beside),
    ],
    [`90 MB free: note ${write.status} ${write.problem}`, write.problem === 'read-only'],
    [`reads ${read.status}, ${discover.status}`, isFine(read) && isFine(discover)],
    [`room again: note ${again.status}, upload ${uploadAgain.status}`, isFine(again) && isFine(uploadAgain)],
  ]);
}

function publish(member: Visitor): Promise<Answer> {
  return member.send('POST', '/api/notes', { body: noteBody('Room for tea') });
}

function startUpload(member: Visitor): Promise<Answer> {
  const metadata = `filetype ${Buffer.from('image/png').toString('base64')}`;
  return member.send('POST', '/api/uploads', {
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '1000', 'upload-metadata': metadata },
  });
}

/** Grows the filler until this much is free. */
async function fillTo(mount: string, freeMb: number): Promise<void> {
  const file = await open(`${mount}/filler`, 'a');
  const chunk = Buffer.alloc(mb, 1);
  try {
    const isFree = () => {
      const { bavail, bsize } = statfsSync(mount);
      return bavail * bsize > freeMb * mb;
    };
    while (isFree()) await file.write(chunk);
  } finally {
    await file.close();
  }
}

async function until(ask: () => Promise<Answer>, isWanted: (answer: Answer) => boolean): Promise<Answer> {
  for (const end = performance.now() + noticeLimit; ; await delay(250)) {
    const answer = await ask();
    if (isWanted(answer) || performance.now() > end) return answer;
  }
}
