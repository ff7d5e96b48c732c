import { compartments } from '#libs/vocabulary';
import { reachOf } from './reach.js';

const grant = { grantId: 'g', compartments, expiresAt: new Date(0) };

describe('what a ground reaches', () => {
  it('by a grant is what the role may open in an emergency, whatever the grant says', () => {
    const reach = reachOf('caseOfficer', { kind: 'breakGlass', ...grant }, compartments);
    expect(reach).toMatchObject({ own: [], granted: ['identity', 'contact'], grantId: 'g' });
    expect(reach.beyond).toEqual(['location', 'health', 'statement', 'child', 'criminal']);
  });

  it('by participation with a grant puts each compartment in one list', () => {
    const ground = {
      kind: 'participation',
      level: 'full',
      breakGlass: { ...grant, compartments: ['contact'] },
    } as const;
    expect(reachOf('caseOfficer', ground, ['identity', 'contact', 'contact', 'health'])).toEqual({
      own: ['identity'],
      granted: ['contact'],
      beyond: ['health'],
      grantId: 'g',
    });
  });

  it('by oversight is nothing, even for a role that would open much', () => {
    expect(reachOf('ngoWorker', { kind: 'oversight' }, compartments)).toMatchObject({
      own: [],
      granted: [],
      beyond: compartments,
    });
  });
});
