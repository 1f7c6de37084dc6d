/** What is tried first, everywhere. */
export const worstPasswords = `
  000000 010203 01020304 0987654321 111111 112233 11223344 1122334455 121212 123123 123123123 123321 12344321
  123454321 1234qwer 123abc 123qwe 123qwe123 123qweasd 12qwaszx 131313 1357924680 142536 147147 147258 147258369
  147852 159357 159753 159951 1a2b3c 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 222222 232323
  246810 252525 321321 333333 369369 420420 444444 456456 555555 565656 654321 666666 686868 696969 741852963 753951
  777777 789456 789456123 852456 888888 963852741 987654 987654321 9876543210 999999 a123456 a123456789 a1b2c3
  a1b2c3d4 aa123456 abc123 abcd1234 abcdef access14 admin administrator aleksandr andrey asdf1234 asdfasdf asdfgh
  asdfghjkl asshole baby babygirl baseball basketball batman bitch biteme blahblah bullshit changeme cjkysirj
  contrasena default demo dragon football fuck fuckme fuckoff fuckyou fylhtq gfhjkm ghbdtn gmail guest hacker haslo
  hello123 hellohello heslo hockey iloveme iloveu iloveu2 ilovey iloveyou jelszo jesus jesuschrist kfgjxrf letmein
  letmein1 liverpool1 login logon losenord love loveme loveyou lubov maksim master monkey motdepasse mustang myspace1
  natasha opensesame parol parol123 parola pass passw0rd passwd password passwort pokemon1 privet pussy q1w2e3
  q1w2e3r4 q1w2e3r4t5 qazwsx qazwsxedc qazxsw qwaszx qwe123 qweasd qweasdzxc qwerty qwerty123 qwertyui qwertyuiop root
  salasana secret senha sergey sesame sexy shit signin soccer softball spiderman starwars sunshine superman superuser
  supervisor svetlana tandem temporary test tester testing toor trustno1 user vfhbyf wachtwoord webmaster welcome
  xsw2zaq1 yahoo yfnfif zaq12wsx zaq1zaq1 zxcv1234 zxcvbn zxcvbnm йцукен йцукенг люблю любовь наташа пароль привет
`

/** Other frequent passwords that are no plain words. */
export const frequentPasswords = `
  00000000 0000000000 00112233 007007 01011990 01012000 01234567 0123456789 02020202 0okm9ijn 101010 10101010 102030
  10203040 1029384756 11111111 1111111111 11112222 111222 111222333 112112 112233445566 112358 11235813 1123581321
  11335577 12121212 1212121212 121314 12131415 123000 12300321 123123qwe 123321123 123412 12341234 123451 1234512345
  1234554321 1234567890q 1234567891 12345678910 123456789a 123456789q 12345678a 12345678q 1234567a 1234567q 123456987
  123456a 123456aa 123456abc 123456q 123456qwerty 123457 12345abc 12345qwe 12345qwert 1234abcd 1234asdf 123654
  123654789 123698745 123789 123987 13131313 1313131313 1314520 135246 13572468 13579 135790 1357911 135792468
  14041404 14141414 1415926535 1435254 1478963 14789632 147896325 151515 15151515 159263 159357456 159632 1597531
  161616 171717 181818 192837465 1928374655 19841984 19851985 19861986 19871987 19881988 19891989 19901990 19911991
  19921992 20002000 20012001 20102010 20202020 20212021 212121 21212121 22222222 222333 22446688 2468013579 246824
  24682468 2580 25802580 258258 258456 282828 292929 303030 314159 31415926 3141592653589 3141592654 321456 321654
  321654987 323232 33333333 333666 343434 34343434 357159 369258147 369852147 404040 414141 420247 424242 434343
  44444444 456123 456654 456789 456852 4815162342 484848 494949 505050 515000 515151 5201314 520520 5211314 521521
  525252 545454 55555555 5555555555 5555566666 567890 584520 606060 616161 626262 636363 654123 6543210 656565
  66666666 676767 69696969 6969696969 707070 717171 727272 737373 741741 741852 747474 753159 753951456 757575 765432
  7654321 767676 7758521 7777777 77777777 7777777777 787878 789123 7894561230 789654 789789 797979 800800 808080
  818181 828282 838383 848484 858585 868686 87654321 878787 88888888 8888888888 898989 909090 911911 919191 929292
  939393 951357 951753 963258741 963852 969696 979797 987123 987321 98765432 989898 999888 99999999 999999999
  9999999999 a12345 a1234567 a12345678 a1a1a1 a1s2d3f4 a1s2d3f4g5 aa12345678 aaa111 aaaa1111 aaaaa1 abc1234 abc12345
  abc123456 abc123abc abcd123 abcd12345 abcde123 abcdefg1 aini1314 alpha123 angelo1 area51 asd123 asd12345 asd123456
  asdf123 azqsaz1 bella123 bicycle1 bingo123 black123 blink182 blue1234 bmw325i bond007 breanna1 buddy123 buffy123
  bulls23 bunny123 caesar1 camel123 candy123 canon123 cbr600rr cherry1 chevy123 chevyz71 cloud9 cobra1 coca-cola
  colts18 crazy123 cutie123 daddy123 deadmau5 death666 delta123 demon666 devil666 dexter1 doggy123 ducks123 eagle1
  easy123 elvis123 f00tball first1 flash123 france98 freddie1 fucku2 funny123 game1234 gamer123 games123 ghost123
  glock19 goku1234 golf1234 haha123 halo1234 homer123 honda123 honey123 intel123 irish123 iverson3 jesus4me jesusis1
  joker123 junior1 justin1 king1234 kool1234 linux123 loco1234 lotus123 love4ever loves123 lucky123 lucky13 lucky7
  lucky777 magic123 magic32 metal666 mickey1 missy123 mommyof2 money1 money123 money4me moose123 mouse123 movie123
  music123 nfl2000 ninja123 nokian70 omega123 orion123 orlando1 p4ssw0rd p@ssw0rd p@ssword pa55w0rd pa55word panda123
  party123 pass1word peace123 pepsi123 phone123 pinky123 pluto123 poker123 poop123 puppy123 q12345 q123456 q1q1q1
  q1q2q3q4 q1w2e3r4t5y6 q2w3e4r5 qaz123 qaz12345 qq123456 qq123456789 queen123 qwe1234 qwe12345 qwe123456 qwe123qwe
  rasta420 rebel123 rocky123 rooney10 route66 rugby123 s3cr3t samson123 satan666 scarlett1 seven777 shania1 silly123
  smoke420 solomon1 sonic123 spurs123 star1234 stone420 storm123 sugar123 sunny123 sweet16 tango123 thx1138 tiger1
  tiger123 today123 true1234 tupac2pac twins123 usmc1775 vegas123 venom123 victoria1 w123456 wang123 weed420 white123
  willow1 wwe12345 xbox1234 xbox360 xyz123 z123456 zaq123 zaq1xsw2 zero0000 zhang123 ziggy123 zxasqw12 zxc123
  zxc123456 zz123456
`

/** Sayings, titles and long words that fill a password on their own. */
export const frequentPhrases = `
  1qaz2wsx3edc4rfv 1qazxsw2 1qazxsw23edc abcdefghijklmnop abcdefghijklmnopqrstuvwxyz accomplishments acknowledgements
  acknowledgment admin123admin administration administrations administrative administratorpassword adminpassword
  advertisements albusdumbledore allyouneedislove alongpassword alwaysandforever alwaysforever anakinskywalker
  angelinajolie anotherbrickinthewall anticonstitutionnellement antidisestablishmentarianism applemacintosh
  architecturally arnoldschwarzenegger asdfghjklqwertyuiop assassinscreed autobiographical averylongpassword
  averystrongpassword ayrtonsenna backtothefuture batmanandrobin beammeup beammeupscotty bestfriendsforever
  bettercallsaul bilbobaggins blackpanther blackwidow bohemianrhapsody bostonredsox breakingbad britneyspears
  brucewayne bulbasaur callofdutymw2 captainamerica captainjacksparrow captainkirk captainpicard changemenow
  changemeplease changepassword changethispassword characteristic characteristics characterization charizard
  chicagobulls christinaaguilera chucknorris circumstances circumstantial clarkkent classification comeasyouare
  comfortablynumb commercialization communication communications companyadministrator companypassword comprehensive
  computerization computerpassword concentration conceptualization confidentiality congratulation congratulations
  conscientious considerations constitutional constitutionality counterproductive counterrevolution cristianoronaldo
  crystallization daenerys dallascowboys darksideofthemoon darthmaul databaseadministrator davidbeckham
  decentralization defaultpassword demilitarization democratization denverbroncos diegomaradona differentiation
  disadvantageous disappointment disappointments discrimination disenfranchisement disproportionate doctorwho
  donaldduck donaudampfschiff donaudampfschifffahrtsgesellschaft dontworrybehappy dundermifflin electrocardiogram
  electroencephalograph electromagnetic electromagnetism elementary emailpassword enlightenment enterpassword
  entersandman entertainment enteryourpassword entrepreneur entrepreneurial entrepreneurship environmental
  environmentalist environmentally establishments expectopatronum expelliarmus experimentation exterminate
  extracurricular extraordinarily extraordinary extraterrestrial facebookfacebook fadetoblack fightclub1
  finalfantasyvii finalfantasyx floccinaucinihilipilification footballfootball foreveralone foreverandever
  foreveryoung forgotmypassword forgotpassword forrestgump frodobaggins fundamentalist gameofthrones gandalf
  gandalfthegrey generalization getoutofhere globaladministrator goawaynow godblessamerica godblessme godblessyou
  godisgreat godlovesme godlovesyou gofuckyourself goodluckeveryone googlechrome googlegoogle governmental
  grandtheftauto greenbaypackers gryffindor guestpassword hakunamatata hallelujah hallucination hansolo
  happilyeverafter happybirthday happybirthdaytoyou happynewyear heisenberg herecomesthesun hermionegranger
  heterosexuality heyjude1 highwaytohell hippopotomonstrosesquippedaliophobia hogwarts honestlyhonest
  honorificabilitudinitatibus hospitalization hotelcalifornia houseoftherisingsun howareyoutoday hufflepuff
  humptydumpty hypersensitivity hypothetically iamyourfather icantremember identification idontremember
  iforgotmypassword ihatemyjob ihatemylife ihatepasswords ihatethis ilovechocolate ilovefootball ilovemycat ilovemydad
  ilovemydog ilovemyfamily ilovemyhusband ilovemykids ilovemylife ilovemymom ilovemywife ilovepizza iloveyouall
  iloveyoubabe iloveyouforeverandever iloveyouguys iloveyoujesus iloveyoumore iloveyoumorethanwords iloveyoutoo
  iloveyoutothemoonandback iloveyouverymuch iloveyouwithallmyheart imagineallthepeople implementation impressionistic
  inappropriately incomprehensible inconsequential incorrect incorrectpassword indianajones indistinguishable
  individualistic individuality industrialization infrastructure ingodwetrust institutionalization institutionalize
  instrumentation insubordination intellectualism intelligentsia intercontinental interdependence interdisciplinary
  internationalisation internationalism internationalization internetpassword interpretation interrelationship
  introspectively investigations irresponsibility irresponsible itsybitsyspider jackandjill jacksparrow jeanlucpicard
  jenniferlopez jesusismylord jesusissaviour jesusisthelord jesuslovesme jesuslovesyou jonsnow jurassicpark
  justdoitnow keepcalm keepcalmandcarryon khaleesi knockinonheavensdoor knowledgeable leagueoflegends leavemealone
  legendofzelda leonardodicaprio letmealone letmeinnow letmeinplease lewishamilton liberalization likearollingstone
  linkzelda lionelmessi liveandletlive livelaughlove livelongandprosper livelovelaugh lkjhgfdsa llanfairpwllgwyngyll
  lordvoldemort losangeleslakers lucyinthesky lukeskywalker macroeconomics maintenance makeitso manchesterutd
  manifestations maryhadalittlelamb masterofpuppets masterpassword materialization mathematical mathematically
  mathematician maytheforcebewithyou mediterranean metalgearsolid metamorphosis mewtwo michaeljordan michaelschumacher
  michaelscott microorganisms microprocessor microsoftoffice microsoftpartner microsoftwindows middleearth
  milleniumfalcon millenniumfalcon minastirith minecraftminecraft minniemouse miscommunication misinterpretation
  missionimpossible misunderstanding misunderstandings mnbvcxz mnbvcxzlkjhgfdsapoiuytrewq motherfuckers
  multiculturalism multidimensional multimillionaire multinational mylongpassword mypassphrase myprecious
  mysecretpassword mysecurepassword mystrongpassword nationalization networkadministrator neuropsychology nevergiveup
  neversaynever newenglandpatriots newpasswordplease newyorkyankees noncommissioned nonprofessional nopasswordneeded
  notapassword nothingelsematters notmypassword notwithstanding novemberrain oaklandraiders obiwankenobi
  oceanographical officeoffice officepassword onering onetorulethemall onetwothreefour onetwothreefourfive
  onetwothreefourfivesix openthedoor openupnow optimistically otorhinolaryngology overcompensation paleontologist
  paradisecity parliamentarian parliamentary passphrase passwordadmin passwordispassword passwordiswrong passwordtest
  perpendicular personification peterpan1 peterparker pharmaceutical pharmaceuticals pharmacological phenomenological
  philadelphiaeagles photosynthesis physiotherapist pikachupikachu piratesofthecaribbean pittsburghsteelers
  pleasechangeme pleasechangethis pleaseletmein pneumonoultramicroscopicsilicovolcanoconiosis poiuytrewqlkjhgfdsa
  pokemonpokemon polymerization possibilities postmodernism practicability praisegod praisethelord predetermination
  predominantly preoccupation preposterously procrastination professionalism pseudopseudohypoparathyroidism
  psychoanalysis psychoanalytical psychotherapist pulpfiction q1w2e3r4t5y6u7 qaywsxedc qazwsxedcrfvtgb
  qazwsxedcrfvtgbyhn quintessential qwertyuiopasdfghjklzxcvbnm radioactivity rafaelnadal rationalization
  recommendations reconciliation reconnaissance reconstruction rehabilitation representation representations
  representative residentevil resistanceisfutile responsibilities responsibility revolutionaries revolutionary
  rickandmorty rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz rogerfederer ronweasley rootpassword
  rowrowrowyourboat sanctimonious sanfrancisco49ers schizophrenia schwarzenegger seattleseahawks secretpassword
  securepassword sentimentality severussnape sherlockholmes simultaneously slytherin smellslikeroses
  smellsliketeenspirit soccersoccer sonicthehedgehog sonofabitch specifications spidermanspiderman
  spongebobsquarepants spontaneously squirtle stairwaytoheaven standardization startrekvoyager stayawayfromme
  staystrong stevengerrard stopitnow straightforward straightforwardly strongpassword subconsciousness
  superadministrator supercalifragilisticexpialidocious superconductivity superintendent supermansuperman
  supermariobros supernaturalism supersecret supersecretpassword superstitious surreptitiously susceptibility
  sweetchildofmine systemadministrator tardis telecommunication telecommunications temperamentally temporarypassword
  temppassword testpassword thankyoujesus thankyoulord theofficefan thequickbrownfox thequickbrownfoxjumps
  thequickbrownfoxjumpsoverthelazydog thermodynamics thewalkingdead thisisalongpassword thisisapassword thisisasecret
  thisisastrongpassword thisisaverylongpassword tobeornottobe tobeornottobethatisthequestion tonystark
  topsecretpassword transcontinental transfiguration transformation transformations transportation twinkletwinkle
  twinkletwinklelittlestar tylerdurden typeyourpassword tyrannosaurus tyrannosaurusrex tyrion unbelievably
  uncharacteristic uncharacteristically uncomfortableness unconditional unconstitutional uncontrollable understandable
  understanding unintentionally unprecedented unpredictability unpredictable unquestionably unsatisfactory
  unsophisticated userpassword valentinorossi verysecurepassword verystrongpassword vulnerability walkingdead
  walterwhite washingtonredskins waynerooney wearethechampions weatherforecast welcometomylife welcometothejungle
  wewillrockyou whatareyoudoing whatdoyouwant whatismypassword whatisthis whatsmypassword whereareyou whoareyou
  wholeheartedly whothefuckareyou wifipassword windowspassword windowsserver winteriscoming wishyouwerehere
  workpassword wrongpassword yankeesyankees yellowsubmarine yeswecan yesyoucan yourpassword yourpasswordisincorrect
  youshallnotpass zaq12wsxcde3 zaq1xsw2cde3 zeldazelda zinedinezidane zyxwvutsrqponmlkjihgfedcba
`
