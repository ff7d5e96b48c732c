import { sourceFiles, type SourceFile } from './sources.js';

const lines = ({ text }: SourceFile) => text.split('\n').length - 1;

/** Lines that a file may have. Statecharts, migrations and specs are read as tables; generated files are not read. */
function limit({ path }: SourceFile): number {
  if (path.endsWith('.generated.ts')) return Infinity;
  if (/\.spec\.ts$|^migrations\/|machine[^/]*\.ts$|^libs\/procedures\//.test(path)) return 400;
  return 300;
}

describe('files can be read in one go', () => {
  const files = sourceFiles(['src', 'libs', 'migrations', 'tools', 'test']);

  it('counts lines', () => {
    expect(lines({ path: 'a.ts', text: '1\n2\n3\n' })).toBe(3);
    expect(files.length).toBeGreaterThan(50);
  });

  it('finds none that is too long', () => {
    const long = files.filter((file) => lines(file) > limit(file));
    expect(long.map((file) => `${file.path}: ${lines(file)} of ${limit(file)}`)).toEqual([]);
  });
});
