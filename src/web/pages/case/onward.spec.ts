import { procedures, reasonWords } from '#libs/procedures';
import { clearingSteps, onwardOf, onwardSteps } from './onward.js';

const allowed = (...commands: string[]) => commands.map((command) => ({ command }));

describe('the step that carries a case on', () => {
  it('names procedures, states and commands that there are', () => {
    const unknown = Object.entries(onwardSteps).flatMap(([type, states]) =>
      Object.entries(states).flatMap(([state, commands]) => [
        ...(procedures[type]?.states[state] ? [] : [`${type}: ${state}`]),
        ...commands
          .filter((command) => !procedures[type]?.commands[command])
          .map((name) => `${type}.${name}`),
      ]),
    );
    expect(unknown).toEqual([]);
  });

  it('is the confirmation for a second officer, never what stands first in the list', () => {
    const choices = allowed('recordIndicators', 'recordRefusal', 'returnDecision', 'confirmDecision');
    expect(onwardOf('identification', 'decisionProposed', choices)).toEqual(allowed('confirmDecision'));
  });

  it('answers an owed clock first', () => {
    const choices = allowed('recordDecision', 'inform');
    expect(onwardOf('reflection', 'running', choices, ['inform'])[0]).toEqual({ command: 'inform' });
    expect(onwardOf('reflection', 'running', choices)[0]).toEqual({ command: 'recordDecision' });
  });

  it('is what clears the obstacle, where the step itself is blocked', () => {
    const choices = allowed('recordMajority', 'recordBestInterests', 'recordChildViews');
    const blocked = [{ command: 'appointGuardian', reason: { code: 'majority-unknown' } }];
    const next = onwardOf('guardianship', 'interimRepresented', choices, [], blocked);
    expect(next[0]).toEqual({ command: 'recordMajority' });
    for (const [reason, command] of Object.entries(clearingSteps)) {
      expect(reasonWords(reason).en).not.toBe(reason);
      expect(procedures['guardianship']?.commands[command]).toBeDefined();
    }
  });

  it('is no refusal: who can only record one is told that no step waits', () => {
    expect(onwardOf('identification', 'presumed', allowed('recordRefusal'))).toEqual([]);
  });

  it('of a placement is her answer or her coming, never the end of the request', () => {
    const next = (state: string, ...commands: string[]) =>
      onwardOf('placement', state, allowed(...commands)).map(({ command }) => command);
    expect(next('requested', 'withdrawRequest')).toEqual([]);
    expect(next('offered', 'withdrawRequest', 'refuseOffer', 'acceptOffer')).toEqual(['acceptOffer']);
    expect(next('accepted', 'withdrawOffer', 'recordNonArrival', 'admit')[0]).toBe('admit');
    expect(next('admitted', 'recordAbsence', 'reportMissing')).toEqual([]);
  });

  it('is the first step of a procedure that is not in the table', () => {
    expect(onwardOf('another', 'running', allowed('first', 'second'))[0]).toEqual({ command: 'first' });
  });
});
