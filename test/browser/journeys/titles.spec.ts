import { isNeutral } from './titles.js';

describe('a title', () => {
  it.each(['İş – İstiqamət', 'Xəta: Yeni iş – İstiqamət', 'Error: Command – İstiqamət'])(
    'may be only of words of the pages: %s',
    (title) => expect(isNeutral(title)).toBe(true),
  );

  it.each(['Nümunə Sınaqlı – İstiqamət', 'İş AZ-2026-000001 – İstiqamət', 'İş – İstiqamət – Sınaqlı', 'İş'])(
    'tells nothing of a person or a case: %s',
    (title) => expect(isNeutral(title)).toBe(false),
  );
});
