using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

public sealed class JsonataReferenceTests
{
    [Theory]
    [InlineData("a.b.c = 1", "a/b/c")]
    [InlineData("a.`b c`.\"d\" & x", "a/b c/d x")]
    [InlineData("a[b = 1].c.d", "a")]
    [InlineData("a.b[0].c", "a/b")]
    [InlineData("a.(b + c)", "a")]
    [InlineData("(a.b).c", "a/b")]
    [InlineData("$sum(a.b) > $count(c)", "a/b c")]
    [InlineData("$map(a, function($x) { $x.b = c.d })", "a c/d")]
    [InlineData("a ~> $uppercase() ~> $f", "a")]
    [InlineData("x ? a.b : {\"k\": c}", "x a/b c")]
    [InlineData("[a, b.c]", "a b/c")]
    [InlineData("a^(b)", "a")]
    [InlineData("a{b: c}", "a")]
    [InlineData("$.a", "$")]
    [InlineData("a[$$.b]", "a $$")]
    [InlineData("a[$ > 1]", "a")]
    [InlineData("*.a + **.b", "* **")]
    [InlineData("a ~> |b|{\"c\": d}|", "a")]
    public void References_AreThePathsFromTheContext(string expression, string names) => Assert.Equal(
        names, string.Join(' ', StepFunctionsJsonata.References(StepFunctionsJsonata.Parse(expression)).Select(reference => string.Join('/', reference.Names))));

    [Theory]
    [InlineData("$states.input & $x", "states x")]
    [InlineData("($x := 1; $x + $y)", "y")]
    [InlineData("function($x) { $x + $count($z) }", "z")]
    [InlineData("a@$x.b#$i[$x = $i]", "")]
    [InlineData("a#$i[b = $i]", "")]
    [InlineData("$uuid() & $hash('a', 'MD5') & $parse('1')", "")]
    [InlineData("$eval('1')", "eval")]
    public void FreeVariables_AreNeitherBoundNorFunctions(string expression, string names) =>
        Assert.Equal(names, string.Join(' ', StepFunctionsJsonata.FreeVariables(StepFunctionsJsonata.Parse(expression)).Select(variable => variable.Names[0])));
}
