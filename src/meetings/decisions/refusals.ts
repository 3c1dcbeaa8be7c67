import type { Refusal } from '../../../rulebook/rule.ts';
import { outcomes, type Outcome } from '../../../rulebook/vocabulary.ts';
import type { Ballot } from '../ballots/ballot.ts';
import { refuseByFaelled } from '../ballots/rule.ts';
import type { Meeting } from '../load.ts';

/** The outcome says something else than the vote it rests on. */
export const againstTheVote = (meeting: Meeting, { result }: Ballot, outcome: Outcome): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.result',
    {
      da: 'En beslutning følger den afstemning, den bygger på.',
      en: 'A decision follows the vote it rests on.',
    },
    {
      da: `${result?.says.da ?? ''} Udfaldet er sat til ${outcomes[outcome].da}.`,
      en: `${result?.says.en ?? ''} The outcome is set to ${outcomes[outcome].en}.`,
    },
    {
      da: 'Vælg det udfald, stemmerne giver, eller hold en ny afstemning.',
      en: 'Choose the outcome the votes give, or take a new vote.',
    },
  );

/** A decision is corrected once, by the latest. */
export const correctedAlready = (meeting: Meeting, number: number): Refusal =>
  refuseByFaelled(
    meeting,
    'decision.correction',
    { da: 'Kun den seneste beslutning kan rettes.', en: 'Only the latest decision can be corrected.' },
    {
      da: `Beslutning ${number} har allerede rettet den.`,
      en: `Decision ${number} has already corrected it.`,
    },
    { da: 'Ret den senere beslutning.', en: 'Correct the later decision.' },
  );

/** Who agreed has nothing to say against it, and who was not there did not take part. */
export const noMinority = (meeting: Meeting, why: 'agreed' | 'absent' | 'twice' | 'late'): Refusal =>
  refuseByFaelled(
    meeting,
    'minority.statement',
    {
      da: 'En mindretalsudtalelse er for den, der var med og ikke stemte for: én gang, før referatet er godkendt.',
      en: 'A minority statement is for those who took part and did not vote for: once, before the minutes are approved.',
    },
    {
      agreed: { da: 'Du stemte for.', en: 'You voted for.' },
      absent: { da: 'Du var ikke med i beslutningen.', en: 'You did not take part in the decision.' },
      twice: {
        da: 'Din udtalelse står allerede ved beslutningen.',
        en: 'Your statement stands with the decision already.',
      },
      late: { da: 'Referatet er godkendt.', en: 'The minutes are approved.' },
    }[why],
    {
      da: 'Send sekretæren en bemærkning til referatet, eller rejs en ny sag.',
      en: 'Send the secretary a remark on the minutes, or open a new case.',
    },
  );

/** Who was elected sits from that day: only a new election changes it. */
export const filledSeats = (meeting: Meeting): Refusal =>
  refuseByFaelled(
    meeting,
    'election.correction',
    {
      da: 'Et valg, der giver pladser, rettes kun med et nyt valg.',
      en: 'An election that fills seats is put right only by a new election.',
    },
    {
      da: 'De valgte har siddet og kan have stemt siden.',
      en: 'Those elected have sat and may have voted since.',
    },
    {
      da: 'Hold valget igen på et møde, eller afslut pladsen på organets side.',
      en: 'Hold the election again at a meeting, or end the seat on the body’s page.',
    },
  );
