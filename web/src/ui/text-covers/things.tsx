import { useId } from 'react';

/** Grounds that are things: paper of a parcel, a letter, a ticket, a blackboard. */

export function Kraft() {
  return (
    <>
      <path fill="#c99f6c" d="M0 0h300v400H0z" />
      <path
        stroke="#bd915c"
        strokeWidth="1.2"
        opacity=".7"
        d="M0 34h300M0 92h300M0 128h300M0 198h300M0 246h300M0 318h300M0 366h300M46 0v400M172 0v400M252 0v400"
      />
      <path fill="#a87a46" opacity=".35" d="M34 84h240v248H34z" />
      <path fill="#fff9ec" d="M28 76h240v248H28z" />
      <path fill="none" stroke="#e5d3b4" strokeDasharray="5 5" d="M38 86h220v228H38z" />
      <path fill="#e0604a" opacity=".82" d="m104 60 92-4 1 30-92 4z" />
      <path stroke="#f4a597" strokeWidth="3" opacity=".8" d="m116 61-4 26M136 60l-4 26M156 59l-4 26M176 58l-4 26" />
    </>
  );
}

export function Blossom() {
  return (
    <>
      <path fill="#fbe9e7" d="M0 0h300v400H0z" />
      <circle cx="52" cy="352" r="120" fill="#f8dcd9" />
      <path
        fill="none"
        stroke="#7a4b3f"
        strokeWidth="4.5"
        strokeLinecap="round"
        d="M308 22c-44 8-76 30-112 34-26 3-44-2-64 8M232 44c-6 18-4 34-14 48"
      />
      <g>
        <Flower x={196} y={58} size={1} />
        <Flower x={246} y={34} size={1.25} />
        <Flower x={216} y={94} size={0.9} />
        <Flower x={138} y={64} size={0.8} />
        <Flower x={282} y={76} size={0.85} />
      </g>
      <g fill="#efa9a6">
        <path d="M52 300c8-6 16-4 18 2-6 6-14 6-18-2zM92 352c4-9 12-11 17-7-2 8-10 12-17 7zM26 222c2-7 9-9 13-6-1 7-7 10-13 6zM250 306c8-4 14-1 15 5-6 4-13 2-15-5zM208 366c3-7 9-9 13-6-1 6-7 10-13 6z" />
      </g>
    </>
  );
}

function Flower({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      {[0, 72, 144, 216, 288].map((angle) => (
        <ellipse key={angle} cy="-11" rx="8" ry="10" fill="#ef8f90" transform={`rotate(${angle})`} />
      ))}
      <circle r="4.5" fill="#fbe3a5" />
    </g>
  );
}

export function Letter() {
  const stripes = Array.from({ length: 22 }, (_, stripe) => stripe);
  return (
    <>
      <path fill="#fffdf6" d="M0 0h300v400H0z" />
      {stripes.map((stripe) => (
        <g key={stripe} fill={stripe % 2 ? '#3d6fa8' : '#d8432e'}>
          <path d={`M${stripe * 22 - 90} 0h11l-12 12h-11zM${stripe * 22 - 90} 388h11l-12 12h-11z`} />
          <path d={`M0 ${stripe * 22 - 30}l12-12v11L0 ${stripe * 22 - 19}zM288 ${stripe * 22 - 30}l12-12v11l-12 12z`} />
        </g>
      ))}
      <g transform="translate(210 34) rotate(3)">
        <path fill="#e8f1ee" stroke="#1f7a6b" strokeWidth="1.5" strokeDasharray="3 3" d="M0 0h54v64H0z" />
        <path
          fill="#1f7a6b"
          d="M12 34h26v5a13 13 0 0 1-26 0zM38 36h3a4 4 0 0 1 0 8h-4M20 30c-3-4 3-6 0-11M30 30c-3-4 3-6 0-11"
        />
      </g>
      <path
        fill="none"
        stroke="#8c8276"
        strokeWidth="1.3"
        d="M150 74a27 27 0 1 0 54 0 27 27 0 1 0-54 0M196 62q8-5 16 0t16 0M198 72q8-5 16 0t16 0M197 82q8-5 16 0t16 0"
        opacity=".6"
      />
      <path stroke="#d9d2c4" d="M34 318h152M34 342h116" />
    </>
  );
}

export function Ticket() {
  const bars = [3, 7, 2, 5, 3, 9, 2, 4, 6, 3, 8, 2, 5, 3];
  return (
    <>
      <path fill="#e9c06a" d="M0 0h300v400H0z" />
      <path fill="#e2b455" d="M0 0h300L0 300zM300 160v140L200 400H60z" opacity=".55" />
      <path
        fill="#fffaf0"
        d="M44 40h212a12 12 0 0 1 12 12v220a14 14 0 0 0 0 28v48a12 12 0 0 1-12 12H44a12 12 0 0 1-12-12v-48a14 14 0 0 0 0-28V52a12 12 0 0 1 12-12z"
      />
      <path stroke="#d9c9a6" strokeWidth="2" strokeDasharray="2 7" strokeLinecap="round" d="M54 286h192" />
      <path stroke="#d8432e" strokeWidth="6" strokeLinecap="round" d="M56 66h30" />
      <path stroke="#e8dcc4" strokeWidth="6" strokeLinecap="round" d="M98 66h60" />
      <g fill="#3a3128">
        {bars.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
          <path key={index} d={`M${56 + index * 11} 310h${width}v30h-${width}z`} />
        ))}
      </g>
      <circle cx="230" cy="325" r="13" fill="none" stroke="#1f7a6b" strokeWidth="2.2" />
      <path fill="none" stroke="#1f7a6b" strokeWidth="2.2" strokeLinecap="round" d="m224 325 4.5 5 8-10" />
    </>
  );
}

export function Chalk() {
  return (
    <>
      <path fill="#8b5e3b" d="M0 0h300v400H0z" />
      <path fill="#77502f" d="M0 0h300v7H0zM0 393h300v7H0z" />
      <path fill="#2d4a40" d="M13 13h274v374H13z" />
      <path
        fill="#375649"
        opacity=".6"
        d="M40 60c60-22 150-14 210 12-50 6-150 18-210-12zM60 330c50-16 120-8 180-2-40 20-130 24-180 2z"
      />
      <g fill="none" stroke="#e9efe6" strokeWidth="2.2" strokeLinecap="round" opacity=".85">
        <path d="M38 56l8-14 8 14zM66 42h14v14H66z" />
        <path d="M232 350c8-10 16-10 20 0M226 330l3-7M242 326v-8M258 330l-3-7" />
        <path stroke="#f3c86a" d="M38 346h70M38 354h46" />
      </g>
      <path fill="#f7f3ea" d="m216 376 26-2 1 7-26 2z" />
      <path fill="#f0a59a" d="m250 374 20-1v7l-20 1z" />
    </>
  );
}

export function Lantern() {
  const gradient = useId();
  return (
    <>
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#3b2146" />
          <stop offset=".6" stopColor="#7c3343" />
          <stop offset="1" stopColor="#c8633f" />
        </linearGradient>
      </defs>
      <path fill={`url(#${gradient})`} d="M0 0h300v400H0z" />
      <path fill="none" stroke="#2a1733" strokeWidth="1.5" d="M-6 26c90 34 200 36 312-10" />
      <Lamp x={52} y={44} size={0.9} />
      <Lamp x={150} y={52} size={1.15} />
      <Lamp x={246} y={40} size={0.95} />
      <path fill="#2a1733" d="M0 372l40-18 30 8 34-22 40 20 50-16 36 12 38-20 32 16v48H0z" />
    </>
  );
}

function Lamp({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <circle cy="26" r="40" fill="#ffb45e" opacity=".18" />
      <path stroke="#2a1733" strokeWidth="1.5" d="M0-6v10" />
      <path fill="#e2503a" d="M-20 26c0-14 8-20 20-20s20 6 20 20-8 20-20 20-20-6-20-20z" />
      <path fill="none" stroke="#f6a04d" strokeWidth="1.3" d="M-8 7c-5 12-5 26 0 38M8 7c5 12 5 26 0 38M0 6v40" />
      <path fill="#f2c15e" d="M-9 3H9v4H-9zM-9 45H9v4H-9z" />
      <path stroke="#f2c15e" strokeWidth="1.5" d="M-4 49v13M0 49v17M4 49v13" />
    </g>
  );
}
