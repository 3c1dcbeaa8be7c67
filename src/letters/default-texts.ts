import type { Language } from '../../rulebook/vocabulary.ts';
import type { Template } from './fill.ts';
import type { LetterKindId } from './kinds.ts';

/** What mails say until the secretariat writes its own words. */
export const defaultTexts: Readonly<Record<LetterKindId, Readonly<Record<Language, Template>>>> = {
  'meeting-called': {
    da: {
      subject: 'Indkaldelse: {møde}, {tidspunkt}',
      body: 'Kære {navn}\n\nDu indkaldes til {møde}.\n\nHvornår: {tidspunkt}\nHvor: {sted}\nPunkter og papirer ønskes senest: {frist}\n\nMeld afbud, eller se dagsordenen, efterhånden som den bliver til:\n{link}\n\nMødet ligger i den vedlagte kalenderfil.',
    },
    en: {
      subject: 'Call: {meeting}, {time}',
      body: 'Dear {name}\n\nYou are called to {meeting}.\n\nWhen: {time}\nWhere: {place}\nItems and papers are wanted by: {deadline}\n\nSend apologies, or see the agenda as it takes shape:\n{link}\n\nThe meeting is in the calendar file attached.',
    },
  },
  'meeting-changed': {
    da: {
      subject: 'Ændret: {møde}, nu {tidspunkt}',
      body: 'Kære {navn}\n\n{møde} er ændret:\n\n{ændringer}\n\nHvornår: {tidspunkt}\nHvor: {sted}\n\n{link}\n\nDen vedlagte kalenderfil retter mødet i din kalender.',
    },
    en: {
      subject: 'Changed: {meeting}, now {time}',
      body: 'Dear {name}\n\n{meeting} has changed:\n\n{changes}\n\nWhen: {time}\nWhere: {place}\n\n{link}\n\nThe calendar file attached corrects the meeting in your calendar.',
    },
  },
  'meeting-cancelled': {
    da: {
      subject: 'Aflyst: {møde}, {tidspunkt}',
      body: 'Kære {navn}\n\n{møde}, {tidspunkt}, er aflyst.\n\nBegrundelse: {begrundelse}\n\nPunkterne er ikke tabt: det, der stadig venter, kommer på næste dagsorden.\n{link}',
    },
    en: {
      subject: 'Cancelled: {meeting}, {time}',
      body: 'Dear {name}\n\n{meeting}, {time}, is cancelled.\n\nReason: {reason}\n\nThe items are not lost: what still waits comes on the next agenda.\n{link}',
    },
  },
  'agenda-sent': {
    da: {
      subject: 'Dagsorden: {møde}, {tidspunkt}',
      body: 'Kære {navn}\n\nDagsorden og papirer til {møde} ligger klar.\n\nHvornår: {tidspunkt}\nHvor: {sted}\n\n{dagsorden}\n\nLæs, kommentér, og meld interessekonflikt her:\n{link}',
    },
    en: {
      subject: 'Agenda: {meeting}, {time}',
      body: 'Dear {name}\n\nAgenda and papers for {meeting} are ready.\n\nWhen: {time}\nWhere: {place}\n\n{agenda}\n\nRead, comment, and declare a conflict of interest here:\n{link}',
    },
  },
  'agenda-changed': {
    da: {
      subject: 'Ændret dagsorden: {møde}, {tidspunkt}',
      body: 'Kære {navn}\n\nDagsordenen til {møde} er ændret, siden den blev sendt:\n\n{ændringer}\n\nSådan er den nu:\n\n{dagsorden}\n\n{link}',
    },
    en: {
      subject: 'Changed agenda: {meeting}, {time}',
      body: 'Dear {name}\n\nThe agenda for {meeting} has changed since it was sent:\n\n{changes}\n\nThis is how it stands now:\n\n{agenda}\n\n{link}',
    },
  },
  'papers-due': {
    da: {
      subject: 'Papirer til {møde} senest {frist}',
      body: 'Kære {navn}\n\nPapirerne til {møde}, {tidspunkt}, skal være klar senest {frist}. Det drejer sig om:\n\n{liste}\n\n{link}',
    },
    en: {
      subject: 'Papers for {meeting} by {deadline}',
      body: 'Dear {name}\n\nThe papers for {meeting}, {time}, must be ready by {deadline}. They are for:\n\n{list}\n\n{link}',
    },
  },
  'meeting-tomorrow': {
    da: {
      subject: 'I morgen: {møde}, {tidspunkt}',
      body: 'Kære {navn}\n\n{møde} holdes i morgen.\n\nHvornår: {tidspunkt}\nHvor: {sted}\n\n{dagsorden}\n\n{link}',
    },
    en: {
      subject: 'Tomorrow: {meeting}, {time}',
      body: 'Dear {name}\n\n{meeting} is tomorrow.\n\nWhen: {time}\nWhere: {place}\n\n{agenda}\n\n{link}',
    },
  },
  'written-opened': {
    da: {
      subject: 'Svar senest {frist}: skriftlig procedure i {organ}',
      body: 'Kære {navn}\n\n{organ} skal beslutte uden at mødes:\n\n{dagsorden}\n\nSvar senest {frist}:\n{link}',
    },
    en: {
      subject: 'Answer by {deadline}: written procedure in {body}',
      body: 'Dear {name}\n\n{body} is to decide without meeting:\n\n{agenda}\n\nAnswer by {deadline}:\n{link}',
    },
  },
  'written-closing': {
    da: {
      subject: 'Lukker {frist}: skriftlig procedure i {organ}',
      body: 'Kære {navn}\n\nDu mangler at svare i {organ}s skriftlige procedure. Den lukker {frist}.\n\n{dagsorden}\n\n{link}',
    },
    en: {
      subject: 'Closes {deadline}: written procedure in {body}',
      body: 'Dear {name}\n\nYou have yet to answer in the written procedure of {body}. It closes {deadline}.\n\n{agenda}\n\n{link}',
    },
  },
  'minutes-draft': {
    da: {
      subject: 'Udkast til referat: {møde}',
      body: 'Kære {navn}\n\nReferatet af {møde}, {tidspunkt}, ligger som udkast.\n\nSkriv dine bemærkninger senest {frist}:\n{link}',
    },
    en: {
      subject: 'Draft minutes: {meeting}',
      body: 'Dear {name}\n\nThe minutes of {meeting}, {time}, are ready as a draft.\n\nWrite your remarks by {deadline}:\n{link}',
    },
  },
  'minutes-closing': {
    da: {
      subject: 'Godkend senest {frist}: referat af {møde}',
      body: 'Kære {navn}\n\nDu mangler at godkende referatet af {møde}, {tidspunkt}. Fristen for bemærkninger er {frist}.\n\n{link}',
    },
    en: {
      subject: 'Approve by {deadline}: minutes of {meeting}',
      body: 'Dear {name}\n\nYou have yet to approve the minutes of {meeting}, {time}. The deadline for remarks is {deadline}.\n\n{link}',
    },
  },
  'minutes-published': {
    da: {
      subject: 'Referat: {møde}',
      body: 'Kære {navn}\n\nReferatet af {møde}, {tidspunkt}, er godkendt og offentliggjort:\n{link}',
    },
    en: {
      subject: 'Minutes: {meeting}',
      body: 'Dear {name}\n\nThe minutes of {meeting}, {time}, are approved and published:\n{link}',
    },
  },
  'case-decided': {
    da: {
      subject: '{udfald}: {sag}',
      body: 'Kære {navn}\n\n{organ} har behandlet {sag}.\n\nUdfald: {udfald}\nBegrundelse: {begrundelse}\n\nSe beslutningen, og hvad den bygger på:\n{link}',
    },
    en: {
      subject: '{outcome}: {case}',
      body: 'Dear {name}\n\n{body} has dealt with {case}.\n\nOutcome: {outcome}\nReason: {reason}\n\nSee the decision and what it rests on:\n{link}',
    },
  },
  'decision-corrected': {
    da: {
      subject: 'Beslutning rettet: {punkt}',
      body: 'Kære {navn}\n\nBeslutningen under {punkt} ({møde}) er rettet. Den tidligere bliver stående og viser den nye.\n\nUdfald nu: {udfald}\nBegrundelse: {begrundelse}\n\nSe begge beslutninger:\n{link}',
    },
    en: {
      subject: 'Decision corrected: {item}',
      body: 'Dear {name}\n\nThe decision under {item} ({meeting}) is corrected. The earlier one stays and shows the new one.\n\nOutcome now: {outcome}\nReason: {reason}\n\nSee both decisions:\n{link}',
    },
  },
  'action-due': {
    da: {
      subject: 'Frist {frist}: {opgave}',
      body: 'Kære {navn}\n\nDu har en opgave fra {organ}, som har frist {frist}:\n\n{opgave}\n\nEr den klaret, så meld det her:\n{link}',
    },
    en: {
      subject: 'Due {deadline}: {task}',
      body: 'Dear {name}\n\nYou have an action from {body} that is due {deadline}:\n\n{task}\n\nIf it is done, say so here:\n{link}',
    },
  },
  digest: {
    da: {
      subject: '{antal} fra Fælled',
      body: 'Kære {navn}\n\nSiden sidst:\n\n{liste}\n\nDet, der venter på dig nu, ser du på dit overblik:\n{link}',
    },
    en: {
      subject: '{count} from Fælled',
      body: 'Dear {name}\n\nSince last time:\n\n{list}\n\nWhat waits for you now is on your home page:\n{link}',
    },
  },
};
