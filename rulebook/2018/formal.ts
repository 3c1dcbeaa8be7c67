import { catalogue } from '../catalogue.ts';
import { checklist } from './source.ts';

/** Formal requirements, F1 to F22. */
export const formal = catalogue('formal', checklist, {
  F1: { level: 'sandbox', due: 'project', text: 'sourceShared', form: 'Kildekoden deles' },
  F2: { level: 'sandbox', due: 'project', text: 'licence', form: 'Open Source licenskriterier overholdes' },
  F3: {
    level: 'sandbox',
    due: 'project',
    text: 'lawful',
    form: 'Udbudsregler og alm. lovformlighed er overholdt',
  },
  F4: { level: 'sandbox', due: 'project', text: 'security', form: 'Der er tænkt på sikkerheden i løsningen' },
  F5: {
    level: 'sandbox',
    due: 'concept',
    text: 'purpose',
    form: 'Løsningens formål og værdi er beskrevet',
    provider: 'project-owner',
  },
  F6: {
    level: 'N1',
    due: 'product',
    text: 'communityGithub',
    form: "Kildekoden er placeret på OS2's github",
  },
  F7: {
    level: 'N1',
    due: 'product',
    text: 'operatingNeeds',
    form: 'Driftskrav til løsningen er dokumenteret',
  },
  F8: {
    level: 'N1',
    due: 'product',
    text: 'technicalDocumentation',
    form: 'Løsningen er dokumenteret på teknisk niveau',
  },
  F9: {
    level: 'N1',
    due: 'product',
    text: 'implementation',
    form: 'Teknisk implementering af løsningen er dokumenteret',
  },
  F10: {
    level: 'N1',
    due: 'product',
    text: 'channels',
    form: "OS2's kommunikationskanaler anvendes (OS2.eu)",
  },
  F11: { level: 'N1', due: 'project', text: 'tools', form: "OS2's værktøjer benyttes (Jira)" },
  F12: { level: 'N2', due: 'product', text: 'oneCore', form: 'Der er kun en version af core koden (Master)' },
  F13: {
    level: 'N2',
    due: 'product',
    text: 'strategicMaterial',
    form: 'Der er udarbejdet kommunikationsmateriale til strategisk niveau',
  },
  F14: {
    level: 'N2',
    due: 'product',
    text: 'presentation',
    form: 'Der er udarbejdet præsentationsmateriale af løsningen',
  },
  F15: {
    level: 'N2',
    due: 'product',
    text: 'bestPractice',
    form: 'Best practice for implementering i organisationen dokumenteres',
  },
  F16: {
    level: 'N2',
    due: 'product',
    text: 'codeStandards',
    form: 'Teknisk dokumentation indeholder best practice for kodestandarder',
  },
  F17: {
    level: 'N2',
    due: 'product',
    text: 'operations',
    form: 'Drifts og vedligeholdelses setup er beskrevet',
  },
  F18: {
    level: 'N2',
    due: 'project',
    text: 'architecture',
    form: 'Rammearkitekturen og standarder er fulgt og afvigelser er forklaret',
    weight: 'comply-or-explain',
  },
  F19: {
    level: 'N2',
    due: 'product',
    text: 'container',
    form: 'Løsningen er leveret i et containerformat fx docker (anbefaling)',
    weight: 'should',
  },
  F20: {
    level: 'N2',
    due: 'product',
    text: 'training',
    form: 'Uddannelsesmateriale er udarbejdet (anbefaling)',
    weight: 'should',
  },
  F21: {
    level: 'N3',
    due: 'product',
    text: 'politicalCommunication',
    form: 'Politisk kommunikation er udarbejdet (Lokal + Omverden)',
  },
  F22: {
    level: 'N3',
    due: 'product',
    text: 'processPlan',
    form: 'Procesplan + procesansvar for driftsimplementering er udarbejdet',
  },
});
