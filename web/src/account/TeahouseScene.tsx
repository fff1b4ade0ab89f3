const speech =
  'M0 18C0 8 8 0 18 0h34c10 0 18 8 18 18v8c0 10-8 18-18 18H34c-2 7-7 12-15 14 3-4 4-9 3-14h-4C8 44 0 36 0 26z';

/** The house from inside: a round window on the hills, a pot for everyone, two voices, and the cat. */
export function TeahouseScene({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 480 400" fill="none" aria-hidden="true" focusable="false" className={className}>
      <Window />
      <Lantern />
      <Voices />
      <Table />
      <Cat />
    </svg>
  );
}

function Window() {
  return (
    <g>
      <clipPath id="teahouse-window">
        <circle cx="240" cy="176" r="150" />
      </clipPath>
      <g clipPath="url(#teahouse-window)">
        <path d="M90 26h300v300H90z" fill="var(--scene-sky)" />
        <circle cx="318" cy="104" r="28" fill="var(--scene-sun)" />
        <path d="M70 240c50-70 84-86 116-40 22-44 62-66 98-6 26-28 66-24 126 50v90H70z" fill="var(--scene-far)" />
        <path d="M70 274c60-52 104-46 150-8 52-40 110-42 190 14v60H70z" fill="var(--scene-near)" />
        <path d="M148 214c8-3 12-3 18 0M176 202c7-3 11-3 16 0" stroke="var(--color-paper)" strokeWidth="2" />
      </g>
      <circle cx="240" cy="176" r="150" stroke="var(--scene-wood)" strokeWidth="7" />
      <circle cx="240" cy="176" r="158" stroke="var(--scene-wood)" strokeWidth="1.5" opacity=".5" />
    </g>
  );
}

function Lantern() {
  return (
    <g strokeLinecap="round">
      <path d="M62-600v644M62 126v10M56 136v22M62 136v26M68 136v22" stroke="var(--scene-wood)" strokeWidth="2.4" />
      <path d="M48 44h28M48 126h28" stroke="var(--scene-wood)" strokeWidth="6" />
      <ellipse cx="62" cy="85" rx="40" ry="37" fill="var(--color-accent)" />
      <path
        d="M62 48v74M46 50c-10 20-10 50 0 70M78 50c10 20 10 50 0 70"
        stroke="var(--color-white)"
        strokeWidth="2"
        opacity=".4"
      />
    </g>
  );
}

function Voices() {
  return (
    <g fontWeight="600" fontSize="19" textAnchor="middle" fontFamily="var(--font-sans)">
      <g transform="translate(150 116)">
        <path d={speech} fill="var(--color-raised)" />
        <text x="35" y="29" fill="var(--color-jade)">
          你好
        </text>
      </g>
      <g transform="translate(338 142) scale(-1 1)">
        <path d={speech} fill="var(--color-jade)" />
        <text x="-35" y="28" transform="scale(-1 1)" fill="var(--color-raised)">
          hello
        </text>
      </g>
    </g>
  );
}

function Table() {
  return (
    <g>
      <path d="M40 326h400v14a8 8 0 0 1-8 8H48a8 8 0 0 1-8-8z" fill="var(--scene-wood)" />
      <path d="M92 348h16l-6 52H86zM372 348h16l6 52h-16z" fill="var(--scene-wood)" opacity=".75" />
      <g fill="var(--scene-clay)">
        <path d="M196 262h88c10 8 14 18 14 29 0 20-14 35-34 35h-48c-20 0-34-15-34-35 0-11 4-21 14-29z" />
        <path d="M292 282c22-4 26-26 38-30l9 7c-10 6-14 42-46 44z" />
        <path d="M204 262c2-10 16-17 36-17s34 7 36 17z" />
        <circle cx="240" cy="240" r="6" />
      </g>
      <path d="M186 276c-22-6-34 4-32 18 2 13 17 20 36 16" stroke="var(--scene-clay)" strokeWidth="9" />
      <path
        d="M205 290c3 14 10 21 19 24"
        stroke="var(--color-white)"
        strokeWidth="4"
        opacity=".28"
        strokeLinecap="round"
      />
      <Cup x={96} />
      <Cup x={346} />
    </g>
  );
}

function Cup({ x }: { x: number }) {
  return (
    <g transform={`translate(${x} 296)`}>
      <path d="M0 0h44c0 18-8 30-22 30S0 18 0 0z" fill="var(--color-raised)" />
      <path d="M1 6h42c-.4 3-1 6-2 8H3C2 12 1.3 9 1 6z" fill="var(--color-jade)" opacity=".55" />
      <path
        d="M14-10c-5-6 5-10 0-18M29-10c-5-6 5-10 0-18"
        stroke="var(--color-quiet)"
        strokeWidth="2"
        strokeLinecap="round"
        opacity=".6"
      />
    </g>
  );
}

function Cat() {
  return (
    <g transform="translate(-14 0)">
      <path
        d="M404 326c-4-26 0-48 16-60 2-12 2-24 4-36l11 9h18l11-9c3 14 3 28 0 38 9 14 12 34 9 58z"
        fill="var(--scene-cat)"
      />
      <path d="M466 320c20 4 18-26 4-30" stroke="var(--scene-cat)" strokeWidth="9" strokeLinecap="round" />
      <path
        d="M431 256c2-3 6-3 8 0M449 256c2-3 6-3 8 0M441 264l3 3 3-3"
        stroke="var(--color-paper)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}
