import type { Refusal } from '../../../rulebook/rule.ts';
import type { Item, Meeting } from '../load.ts';
import { itemKinds, meetingStatuses, type ItemKind } from '../meeting.ts';
import { ballotForms, type Ballot } from './ballot.ts';
import { refuseBy, refuseByFaelled, rulesOf } from './rule.ts';

/** Nothing is decided under any other business: those who stayed away could not know. */
export const notUnderAob = (meeting: Meeting): Refusal =>
  refuseBy(
    meeting,
    rulesOf(meeting).sources.fixedItems,
    { da: 'Under eventuelt kan intet besluttes.', en: 'Nothing can be decided under any other business.' },
    {
      da: 'Punktet er eventuelt, og de, der ikke er her, kunne ikke vide, at der skulle besluttes noget.',
      en: 'The item is any other business, and those who are not here could not know that something would be decided.',
    },
    {
      da: 'Tilføj et beslutningspunkt, eller sæt det på næste møde.',
      en: 'Add an item for decision, or put it on the next meeting.',
    },
  );

/** What is put before a body for information or discussion is not decided. */
export const notForDecision = (meeting: Meeting, item: Pick<Item, 'kind' | 'number'>): Refusal =>
  refuseByFaelled(
    meeting,
    'item.kind',
    {
      da: 'Kun et beslutningspunkt kan godkendes eller afvises.',
      en: 'Only an item for decision can be approved or rejected.',
    },
    {
      da: `Punkt ${item.number} er til ${itemKinds[item.kind as ItemKind].da}.`,
      en: `Item ${item.number} is for ${itemKinds[item.kind as ItemKind].en}.`,
    },
    {
      da: 'Lav det om til et beslutningspunkt, eller tag det til efterretning.',
      en: 'Change it into an item for decision, or note it.',
    },
  );

/** An item that was taken off is treated no more. */
export const takenOff = (meeting: Meeting, item: Pick<Item, 'number'>): Refusal =>
  refuseByFaelled(
    meeting,
    'item.removed',
    {
      da: 'Et punkt, der er taget af dagsordenen, behandles ikke.',
      en: 'An item taken off the agenda is not treated.',
    },
    { da: `Punkt ${item.number} er taget af.`, en: `Item ${item.number} is taken off.` },
    { da: 'Tilføj punktet igen.', en: 'Add the item again.' },
  );

/** Nobody votes before the meeting is opened, or after it. */
export const notRunning = (meeting: Meeting): Refusal =>
  refuseByFaelled(
    meeting,
    'meeting.running',
    {
      da: 'Der stemmes og besluttes på et møde, der er i gang.',
      en: 'Votes and decisions are taken in a meeting that is under way.',
    },
    {
      da: `Mødet er: ${meetingStatuses[meeting.status].da}.`,
      en: `The meeting is: ${meetingStatuses[meeting.status].en}.`,
    },
    {
      da:
        meeting.status === 'approved' || meeting.status === 'published'
          ? 'Ret en beslutning med en ny beslutning på beslutningens side.'
          : 'Åbn mødet først.',
      en:
        meeting.status === 'approved' || meeting.status === 'published'
          ? 'Correct a decision by a new one, on the decision’s page.'
          : 'Open the meeting first.',
    },
  );

/** Too few are there to decide. */
export const notQuorate = (meeting: Meeting, present: number, quorum: number): Refusal =>
  refuseBy(
    meeting,
    rulesOf(meeting).sources.quorum,
    {
      da: `Organet kan kun beslutte, når mindst ${quorum} stemmeberettigede deltager.`,
      en: `The body can decide only when at least ${quorum} with a vote take part.`,
    },
    { da: `${present} er til stede.`, en: `${present} are present.` },
    {
      da: 'Registrér dem, der er til stede, eller udsæt punktet.',
      en: 'Record those who are present, or postpone the item.',
    },
  );

/** One question at a time on an item. */
export const oneOpen = (meeting: Meeting, question: string): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.one-open',
    { da: 'Der er kun én afstemning ad gangen på et punkt.', en: 'An item has one open vote at a time.' },
    { da: `»${question}« er åben.`, en: `“${question}” is open.` },
    { da: 'Luk eller aflys den først.', en: 'Close it or call it off first.' },
  );

/** The box is closed: what it says stands. */
export const ballotClosed = (meeting: Meeting, { cancelled_reason }: Ballot): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.closed',
    { da: 'En afstemning, der er lukket, ændres ikke.', en: 'A vote that is closed does not change.' },
    cancelled_reason === null
      ? { da: 'Stemmerne er talt op.', en: 'The votes are counted.' }
      : { da: 'Afstemningen er aflyst.', en: 'The vote was called off.' },
    { da: 'Åbn en ny afstemning på punktet.', en: 'Open a new vote on the item.' },
  );

/** Each voter once: what was received first counts. */
export const votedAlready = (meeting: Meeting): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.once',
    { da: 'Hver stemmer én gang.', en: 'Everybody votes once.' },
    { da: 'Din stemme er modtaget og tæller.', en: 'Your vote has been received and counts.' },
    { da: 'Du skal ikke gøre mere.', en: 'There is nothing more to do.' },
  );

/** The deadline of a written procedure has passed. */
export const tooLate = (meeting: Meeting): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.deadline',
    { da: 'Der stemmes inden fristen.', en: 'Votes are cast before the deadline.' },
    { da: 'Fristen er udløbet.', en: 'The deadline has passed.' },
    { da: 'Tag spørgsmålet op på næste møde.', en: 'Take the question up at the next meeting.' },
  );

/** The box is counted in another way. */
export const otherForm = (meeting: Meeting, { form }: Ballot): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.form',
    {
      da: 'Håndsoprækning og papir tælles i lokalet; andre stemmer afgives i Fælled.',
      en: 'Hands and papers are counted in the room; other votes are cast in Fælled.',
    },
    { da: `Afstemningen er ${ballotForms[form].da}.`, en: `The vote is: ${ballotForms[form].en}.` },
    {
      da: 'Aflys afstemningen, og åbn en i den rigtige form.',
      en: 'Call the vote off, and open one in the right form.',
    },
  );

/** A written procedure runs until its deadline, unless nothing the others do can change it. */
export const stillOpen = (meeting: Meeting, missing: number): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.early',
    {
      da: 'En skriftlig afstemning lukkes før fristen, når resultatet ikke kan ændre sig.',
      en: 'A written vote is closed before its deadline when the result cannot change.',
    },
    { da: `${missing} har ikke svaret endnu.`, en: `${missing} have not answered yet.` },
    {
      da: 'Vent på dem eller på fristen; så lukker Fælled selv.',
      en: 'Wait for them or for the deadline; Fælled then closes it.',
    },
  );

/** A secret vote of which the key or an envelope is lost: it cannot be counted by anybody. */
export const cannotOpen = (meeting: Meeting): Refusal =>
  refuseByFaelled(
    meeting,
    'ballot.key',
    {
      da: 'Hemmelige stemmer kan kun tælles med afstemningens nøgle.',
      en: 'Secret votes can be counted only with the key of the vote.',
    },
    {
      da: 'Nøglen i datamappen er væk eller passer ikke.',
      en: 'The key in the data folder is gone or does not fit.',
    },
    { da: 'Aflys afstemningen, og stem igen.', en: 'Call the vote off, and vote again.' },
  );
