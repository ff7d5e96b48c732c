import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './planted-tree.js';

/** Answers in place of npm: `case` arms by the words after it. */
const npm = (arms: string) => `#!/bin/sh\ncase "$*" in\n${arms}\n*) exit 0 ;;\nesac\n`;
const good = "test) echo 'suites'; echo '7 passed, 0 failed, 2 skipped' ;;";

describe('.ci/run', () => {
  let place: string;
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'nrm-ci-spec-'))));
  afterEach(() => rmSync(place, { recursive: true }));

  function run(arms: string) {
    mkdirSync(join(place, 'project/.ci'), { recursive: true });
    mkdirSync(join(place, 'bin'));
    const programs = {
      npm: npm(arms),
      chromium: '#!/bin/sh',
      'redis-server': '#!/bin/sh',
      setpriv: '#!/bin/sh',
    };
    for (const [name, text] of Object.entries({ ...programs, git: '#!/bin/sh\nexit 1' })) {
      writeFileSync(join(place, 'bin', name), text);
      chmodSync(join(place, 'bin', name), 0o755);
    }
    copyFileSync(join(root, '.ci/run'), join(place, 'project/.ci/run'));
    const env = { PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}`, TMPDIR: place };
    const { stdout, status } = spawnSync('bash', [join(place, 'project/.ci/run')], { env, encoding: 'utf8' });
    return { status, last: stdout.trimEnd().split('\n').at(-1), stdout };
  }

  it('adds the tests to its own nine steps', () => {
    expect(run(good)).toMatchObject({ status: 0, last: '16 passed, 0 failed, 2 skipped' });
  });

  it('goes on after a failed check, and fails', () => {
    const { status, last, stdout } = run(`${good}\n'run --silent lint') exit 2 ;;`);
    expect({ status, last }).toEqual({ status: 1, last: '15 passed, 1 failed, 2 skipped' });
    expect(stdout).toMatch(/::: npm run lint: failed \(2\), \d+ s/);
  });

  it('asks for drift of generated files', () => {
    const { last } = run(`${good}\n'run --silent generate -- --check') exit 1 ;;`);
    expect(last).toBe('15 passed, 1 failed, 2 skipped');
  });

  it('counts failed tests', () => {
    const { status, last } = run("test) echo '7 passed, 3 failed, 0 skipped'; exit 1 ;;");
    expect({ status, last }).toEqual({ status: 1, last: '16 passed, 3 failed, 0 skipped' });
  });

  it.each([
    ['say nothing', 'test) exit 0 ;;'],
    ['find nothing to run', "test) echo '0 passed, 0 failed, 0 skipped' ;;"],
  ])('fails when the tests %s', (_, arms) => {
    expect(run(arms)).toMatchObject({ status: 1, last: '9 passed, 1 failed, 0 skipped' });
  });

  it('fails when the tests pass and yet end badly', () => {
    const { status, last } = run("test) echo '7 passed, 0 failed, 0 skipped'; exit 3 ;;");
    expect({ status, last }).toEqual({ status: 1, last: '16 passed, 1 failed, 0 skipped' });
  });

  it('stops where packages cannot be installed, and says what it left out', () => {
    const { status, last } = run('ci*) exit 1 ;;');
    expect({ status, last }).toEqual({ status: 1, last: '1 passed, 1 failed, 7 skipped' });
  });
});
