import { procedures } from '#libs/procedures';
import { type Role, roles } from '#libs/vocabulary';
import { mayKnowProcedure, needToKnow } from '../../src/access/index.js';

/** A right that cannot be used is none: who may give a command of a procedure must be able to know that it runs. */
describe('need to know and the commands', () => {
  const overseers: readonly Role[] = ['supervisor', 'coordinator', 'ombudsman'];
  const knows = (role: Role, type: string) =>
    mayKnowProcedure(role, overseers.includes(role) ? 'oversight' : 'full', type);

  it('lists every procedure there is', () => {
    expect(Object.keys(procedures).filter((type) => !needToKnow.procedures.includes(type))).toEqual([]);
  });

  it('lets every role know the procedures whose commands it may give', () => {
    const blind = Object.entries(procedures).flatMap(([type, { commands }]) =>
      Object.entries(commands).flatMap(([command, { by }]) =>
        typeof by === 'string'
          ? []
          : roles
              .filter((role) => by.includes(role) && !knows(role, type))
              .map((role) => `${role}: ${type}.${command}`),
      ),
    );
    expect(blind).toEqual([]);
  });
});
