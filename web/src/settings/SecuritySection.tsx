import type { Me } from '@teahouse/contract';
import { Devices } from './Devices.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordPart } from './PasswordPart.tsx';

export function SecuritySection({ me }: { me: Me }) {
  return (
    <div>
      <PasswordPart key={String(me.hasPassword)} me={me} />
      <Passkeys />
      <Devices />
    </div>
  );
}
