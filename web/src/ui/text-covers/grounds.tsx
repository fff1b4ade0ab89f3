import { useId } from 'react';

/** Grounds: drawn on 300 × 400, cropped from the middle. Colours are the drawing's own, the same in light and dark. */

export function Paper() {
  return (
    <>
      <path fill="#fbf6ec" d="M0 0h300v400H0z" />
      <path fill="none" stroke="#e6d9c3" d="M18 18h264v364H18z" />
      <path fill="none" stroke="#efe5d3" d="M23 23h254v354H23z" />
      <path
        fill="#d8432e"
        transform="translate(0 -34)"
        d="M46 92c-9 4-14 11-14 20 0 7 4 12 10 12 5 0 9-4 9-9 0-5-4-8-8-8h-2c1-5 4-9 9-11zM70 92c-9 4-14 11-14 20 0 7 4 12 10 12 5 0 9-4 9-9 0-5-4-8-8-8h-2c1-5 4-9 9-11z"
      />
      <path stroke="#d8c9af" strokeWidth="1.5" strokeLinecap="round" d="M34 352h46" />
    </>
  );
}

export function Cinnabar() {
  return (
    <>
      <path fill="#cf3f2b" d="M0 0h300v400H0z" />
      <circle cx="262" cy="58" r="118" fill="#d95540" />
      <circle cx="262" cy="58" r="74" fill="#e36d55" opacity=".7" />
      <path fill="#b93321" d="M0 322c60-26 112 12 170-8 48-16 90-22 130-4v90H0z" />
      <g transform="translate(238 340) rotate(-4)">
        <path
          fill="none"
          stroke="#ffe9d6"
          strokeWidth="2.2"
          d="M3 0h30a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"
        />
        <path
          fill="none"
          stroke="#ffe9d6"
          strokeWidth="2"
          strokeLinecap="round"
          d="M8 11h20M13 7v8M23 7v8M18 15l-9 8M18 15l9 8M18 19v11M12 24h12"
        />
      </g>
    </>
  );
}

export function Jade() {
  return (
    <>
      <path fill="#1c6e61" d="M0 0h300v400H0z" />
      <circle cx="228" cy="84" r="40" fill="#f0dca8" opacity=".92" />
      <path fill="#17594f" d="M0 300c40-34 74-40 116-14 34 20 70 4 100-16 30-19 58-14 84 2v128H0z" />
      <path fill="#124740" d="M0 342c46-26 86-18 124-2 44 18 96-2 176-18v78H0z" />
      <path
        fill="none"
        stroke="#58a594"
        strokeWidth="1.4"
        strokeLinecap="round"
        d="M20 366q10-7 20 0t20 0M74 380q10-7 20 0t20 0M196 360q10-7 20 0t20 0M150 386q10-7 20 0t20 0"
      />
    </>
  );
}

export function Night() {
  return (
    <>
      <path fill="#171c39" d="M0 0h300v400H0z" />
      <path fill="#202750" d="M0 214c70-46 158-30 300-78v264H0z" />
      <path fill="#f4e3ae" d="M240 48a36 36 0 1 0 24 62 42 42 0 0 1-24-62z" />
      <g fill="#f4e3ae">
        <circle cx="42" cy="58" r="1.8" />
        <circle cx="96" cy="34" r="1.2" />
        <circle cx="148" cy="72" r="1.5" />
        <circle cx="66" cy="110" r="1.1" />
        <circle cx="188" cy="40" r="1.2" />
        <circle cx="276" cy="168" r="1.4" />
        <circle cx="24" cy="150" r="1.4" />
        <path d="m118 104 2 6 6 2-6 2-2 6-2-6-6-2 6-2z" />
      </g>
      <path fill="#0f1329" d="M0 352l34-14 22 8 30-26 26 20 40-12 34 18 44-30 36 24 34-10v70H0z" />
      <path fill="#f2b75a" d="M92 362h7v7h-7zM106 372h7v7h-7zM214 356h7v7h-7zM232 372h7v7h-7z" />
    </>
  );
}

export function Grid() {
  const lines = Array.from({ length: 16 }, (_, line) => 16 + line * 25);
  return (
    <>
      <path fill="#fdfcf7" d="M0 0h300v400H0z" />
      <path stroke="#dfe6ea" d={lines.map((at) => `M0 ${at}H300${at < 300 ? `M${at} 0V400` : ''}`).join('')} />
      <path stroke="#f0b9ae" strokeWidth="1.5" d="M44 0v400" />
      <g fill="#e9e2d6">
        <circle cx="20" cy="66" r="7" />
        <circle cx="20" cy="200" r="7" />
        <circle cx="20" cy="334" r="7" />
      </g>
      <path fill="none" stroke="#d8432e" strokeWidth="2.4" strokeLinecap="round" d="m232 344 10 12 24-28" />
    </>
  );
}

export function Sky() {
  const gradient = useId();
  return (
    <>
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#8cc4e4" />
          <stop offset=".62" stopColor="#d6ebf0" />
          <stop offset="1" stopColor="#fdeedd" />
        </linearGradient>
      </defs>
      <path fill={`url(#${gradient})`} d="M0 0h300v400H0z" />
      <g fill="#ffffff">
        <path
          opacity=".9"
          d="M24 92c0-13 11-21 23-19 5-14 26-18 36-5 13-4 26 5 26 18 9 1 14 8 13 15H38c-9 0-14-4-14-9z"
        />
        <path opacity=".75" d="M196 58c0-9 8-14 16-13 4-9 18-12 25-3 9-3 18 3 18 12 6 1 9 5 9 10h-58c-6 0-10-2-10-6z" />
        <path
          opacity=".95"
          d="M150 366c0-17 14-27 30-25 7-18 34-23 47-6 17-6 34 6 34 23 12 2 18 11 17 20H168c-12 0-18-5-18-12z"
        />
        <path
          opacity=".8"
          d="M-20 340c0-13 11-20 23-19 5-13 25-17 35-4 13-5 26 4 26 17 9 1 14 9 13 15H-6c-9 0-14-4-14-9z"
        />
      </g>
      <path
        fill="none"
        stroke="#4d7f9b"
        strokeWidth="1.8"
        strokeLinecap="round"
        d="M214 118q6-6 11 0q6-6 11 0M238 134q5-5 9 0q5-5 9 0"
      />
    </>
  );
}
