import { randomBytes } from 'node:crypto';
import { CannotDecrypt } from '../platform/index.js';
import { openItem, sealItem } from './items.js';

describe('an item', () => {
  const key = { encryption: randomBytes(32), commitment: randomBytes(32) };
  const { commitment: _, ...sealed } = sealItem(
    'case',
    { compartment: 'health', field: 'note', value: 'söz' },
    key,
  );

  it('opens where it was sealed', () => {
    expect(openItem('case', sealed, key)).toBe('söz');
  });

  it.each([
    ['case', 'other', {}],
    ['compartment', 'case', { compartment: 'contact' }],
    ['item', 'case', { item: 'other' }],
    ['field', 'case', { field: 'other' }],
  ] as const)('does not open in another %s, even under the same key', (_what, caseId, change) => {
    expect(() => openItem(caseId, { ...sealed, ...change }, key)).toThrow(CannotDecrypt);
  });
});
