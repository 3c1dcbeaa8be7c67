import { defineWords } from '../../web/words.ts';

export const electionWords = defineWords({
  da: {
    title: 'Kandidater',
    candidate: 'Kandidat',
    standsFor: 'Stiller op til',
    nominatedBy: 'Opstillet af',
    agreed: 'Har sagt ja',
    waits: 'Har ikke svaret endnu',
    state: 'Svar',
    answers: 'Handlinger',
    notTold: 'Navnet ses, når du er logget ind',
    meeting: 'Møde',
    meetingNumber: (number: number) => `Møde ${number}`,
  },
  en: {
    title: 'Candidates',
    candidate: 'Candidate',
    standsFor: 'Stands for',
    nominatedBy: 'Nominated by',
    agreed: 'Has agreed',
    waits: 'Has not answered yet',
    state: 'Answer',
    answers: 'Actions',
    notTold: 'Sign in to see the name',
    meeting: 'Meeting',
    meetingNumber: (number) => `Meeting ${number}`,
  },
});
