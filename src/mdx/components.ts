// Every component that an author may write, and those that the remark plugin puts in: name to component.
import Option from '../../components/exercise/Option.astro';
import Options from '../../components/exercise/Options.astro';
import OptionWords from '../../components/exercise/OptionWords.astro';
import Step from '../../components/exercise/Step.astro';
import Steps from '../../components/exercise/Steps.astro';
import GraphPicture from '../../components/figure/GraphPicture.astro';
import GraphStepper from '../../components/figure/GraphStepper.astro';
import PathCount from '../../components/figure/PathCount.astro';
import ConvLab from '../../components/lab/ConvLab.astro';
import DeltaWalk from '../../components/lab/DeltaWalk.astro';
import ExponentialLab from '../../components/lab/ExponentialLab.astro';
import FilterLab from '../../components/lab/FilterLab.astro';
import HalfPlanesLab from '../../components/lab/HalfPlanesLab.astro';
import InitLab from '../../components/lab/InitLab.astro';
import JacobianLab from '../../components/lab/JacobianLab.astro';
import NetStepper from '../../components/lab/NetStepper.astro';
import OverflowLab from '../../components/lab/OverflowLab.astro';
import OwnEngineLab from '../../components/lab/OwnEngineLab.astro';
import SimplexLab from '../../components/lab/SimplexLab.astro';
import SlopeLab from '../../components/lab/SlopeLab.astro';
import VanishingLab from '../../components/lab/VanishingLab.astro';
import XorLab from '../../components/lab/XorLab.astro';
import type { AuthorElement } from '../book/elements.ts';
import Later from '../layouts/Later.astro';
import Because from './Because.astro';
import Cite from './Cite.astro';
import Derivation from './Derivation.astro';
import Equation from './Equation.astro';
import Exercise from './Exercise.astro';
import Field from './Field.astro';
import Figure from './Figure.astro';
import Formula from './Formula.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Hint from './Hint.astro';
import Link from './Link.astro';
import Measured from './Measured.astro';
import Mistake from './Mistake.astro';
import Model from './Model.astro';
import Note from './Note.astro';
import Part from './Part.astro';
import Ref from './Ref.astro';
import Section from './Section.astro';
import SlipLines from './SlipLines.astro';
import Solution from './Solution.astro';
import Table from './Table.astro';
import Value from './Value.astro';

/** What an author may write: the reader of content knows the same names. */
const written = {
  Because,
  Cite,
  ConvLab,
  DeltaWalk,
  Exercise,
  ExponentialLab,
  Figure,
  FilterLab,
  GraphPicture,
  GraphStepper,
  HalfPlanesLab,
  Hint,
  InitLab,
  JacobianLab,
  Mistake,
  NetStepper,
  Note,
  Option,
  OverflowLab,
  OwnEngineLab,
  Part,
  PathCount,
  Ref,
  SimplexLab,
  SlopeLab,
  Solution,
  Step,
  VanishingLab,
  XorLab,
} satisfies Record<AuthorElement, unknown>;

export const components = {
  ...written,
  Derivation,
  Equation,
  Field,
  Formula,
  Later,
  Measured,
  Model,
  Options,
  OptionWords,
  Section,
  SlipLines,
  Steps,
  Value,
  a: Link,
  h2: Heading2,
  h3: Heading3,
  table: Table,
};
