import type { InterfaceLanguage } from '@teahouse/contract';
import type { CodePurpose } from './codes.ts';

interface CodeMessage {
  subject: string;
  text: string;
  /** For a text message: one part, code first, so that a lock screen shows it. */
  short: string;
}

const wording = {
  en: {
    purpose: {
      'sign-up': 'open your account',
      'sign-in': 'sign in',
      'reset-password': 'set a new password',
    },
    subject: (code: string, house: string) => `${code} is your code for ${house}`,
    text: (code: string, house: string, purpose: string) =>
      `${code}\n\nType this code to ${purpose} at ${house}. It works for 10 minutes, once.\nIf you did not ask for it, nobody got in: you can ignore this message. Never tell the code to anyone.`,
    short: (code: string, house: string) => `${code} is your code for ${house}. Never tell it to anyone.`,
  },
  zh: {
    purpose: { 'sign-up': '注册', 'sign-in': '登录', 'reset-password': '重设密码' },
    subject: (code: string, house: string) => `${code} 是你的${house}验证码`,
    text: (code: string, house: string, purpose: string) =>
      `${code}\n\n请在${house}输入此验证码完成${purpose}。10 分钟内有效,只能使用一次。\n如果不是你本人操作,请忽略本消息。请勿将验证码告诉任何人。`,
    short: (code: string, house: string) => `${code} 是你的${house}验证码,请勿告诉任何人。`,
  },
};

/** Links follow the configured address of the house only: a forged Host header must not reach a mail. */
export function codeMessage(
  language: InterfaceLanguage,
  purpose: CodePurpose,
  code: string,
  house: string,
  origin: string | undefined,
): CodeMessage {
  const words = wording[language];
  const text = words.text(code, house, words.purpose[purpose]);
  return {
    subject: words.subject(code, house),
    text: origin ? `${text}\n\n${origin}` : text,
    short: words.short(code, house),
  };
}
