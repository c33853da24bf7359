/** Words so common in prose that two texts which share them have nothing in common: folded, in the languages that people write us in. */
export const COMMON: ReadonlySet<string> = new Set(
  `about after again all also close closed day days hour hours minute minutes open opened opens always any around back because been before being below best both but call came come could day did does doing done
  down each else even ever every everybody everything few find first get gets getting give goes going gone good got had hello her here
  him his how however inside into its itself just keep know last least left less like long look made make makes many maybe mine more most
  much must myself need needs never new next nobody nothing now off often old once one only onto other our ours out over own part
  please put quite rather really right said same say says see seems send sent she should show shows since some somebody something soon
  stand stands start starts still such sure take takes tell than thank thanks that their them then there these they thing things think
  those though three time today together told tomorrow too took tried try trying turn two under until upon use used uses using very
  want wants way well went what when where whether which while who whole whom whose why will wish within without word words work working
  works would yes yesterday yet you your yours
  aber auch auf aus bei bitte dann das dass dem den denn der des die dies doch ein eine einen einer eines geht habe haben hallo hat ich
  ihr immer ist kann kein keine mehr mein meine mit nach nicht noch nur oder seit sich sie sind und uns unser von war was wenn wer wie
  wieder wir wird zum zur
  avec bonjour cette dans des elle est fait font les leur mais merci mon notre nous nouveau pas plus pour que qui sans ses son sont sur
  tout tous une vous votre`.split(/\s+/),
);
