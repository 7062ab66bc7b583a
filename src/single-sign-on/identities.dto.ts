import { IsString, MaxLength, MinLength } from 'class-validator';

export class OwnIdentityResponse {
  id: string;
  /** Of the provider. */
  name: string;
  /** As an ISO moment. */
  linkedAt: string;
}

export class OwnIdentitiesResponse {
  items: OwnIdentityResponse[];
}

/** What someone types who is known at a provider and not yet here. */
export class LinkRequest {
  /** The login name in the letter. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  login: string;

  /** The one-time code in the letter; spaces and capitals do not matter. */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code: string;
}
